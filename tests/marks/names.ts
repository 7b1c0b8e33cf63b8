import { parseSync } from 'oxc-parser'
import type { SourceFile } from '#tests/tree.ts'
import { childrenOf, has, isCalled, saysHidden, type Node } from './nodes.ts'

/**
 * What has a name and is nobody: the last word of what holds it. All else that has a name may be a person, so that a person
 * is never forgotten: whoever brings a new thing with a name says so here.
 */
const things = new Set(
  (
    'group company lane portal face department parent branch token passkey field section part badge source tab tool ' +
    'template column emoji file held attachment deletion option isolation everyone thing place said like form values blank props'
  ).split(' '),
)

/** Words that stand between a thing and its name and say nothing of it. */
const neutral = new Set(['data', 'items', 'current', 'value', 'first', 'variables'])

/** Who may be handed to a word of the catalogue as a whole, which then reads the name. */
const people = new Set(['person', 'me', 'member', 'sponsor', 'author', 'profile', 'colleague', 'heir'])

/** Where the marks themselves are made. */
const marks = /^ui\/controls\/(PersonName|PersonAvatar|PersonField|PeopleField|Named)\.tsx$/

/** Reads of a person's name that could come to a screen without the marks of people from outside. */
export function bareNames({ path, text }: SourceFile): string[] {
  if (marks.test(path)) return []
  const found: string[] = []
  const own = ownNames(text)
  const visit = (node: Node, above: Node[]) => {
    const holder = nameReadFrom(node, above, text, own).find((one) => !own.has(one) && !isThing(one))
    if (holder !== undefined && !above.some((one, at) => isMarked(one, above[at + 1] ?? node, above[at - 1])))
      found.push(`${path}:${text.slice(0, node.start).split('\n').length} reads the name of ${holder || 'somebody'}`)
    for (const child of childrenOf(node)) visit(child, [...above, node])
  }
  visit(parseSync(path, text).program as unknown as Node, [])
  return found
}

/** Words of a catalogue and classes of a sheet, as a file calls them: `words.name` is a word, `classes.name` a class. */
function ownNames(text: string): Set<string> {
  const sheets = [...text.matchAll(/^import (\w+) from '[^']+\.css'$/gm)].map(([, name]) => name ?? '')
  const words = [...text.matchAll(/const (?:(\w+)|\{([^}]*)\}) = (?:useWords\(|say\(|\w*[wW]ords\b)/g)]
  return new Set(['words', ...sheets, ...words.flatMap(([, one, some]) => one ?? (some ?? '').match(/\w+/g) ?? [])])
}

/** Whose name a node reads, by what is written before `.name` or around `{ name }`; nobody's for all other nodes. */
function nameReadFrom(node: Node, above: Node[], text: string, own: Set<string>): string[] {
  if (node.type === 'MemberExpression' && !node.computed && isCalled(node.property, 'name'))
    return own.has(rootOf(node)) ? [] : holdersOf(node.object as Node)
  if (node.type === 'Property' && above.at(-1)?.type === 'ObjectPattern' && isCalled(node.key, 'name'))
    return takenFrom(above)
  if (node.type === 'CallExpression') {
    const { start, end } = node.callee as Node
    if (!/[wW]ords\b/.test(text.slice(start, end))) return []
    const given = (node.arguments as Node[]).filter(({ type }) => /^(Identifier|MemberExpression)$/.test(type))
    return given.flatMap(holdersOf).filter((holder) => people.has(lastWordOf(holder)))
  }
  return []
}

/** What an expression is called: `task.responsible?.name` is of `responsible`, `groups.map` gives `groups`. */
function holdersOf(node: Node): string[] {
  if (node.type === 'Identifier') return [String(node.name)]
  if (node.type === 'MemberExpression') {
    const name = String((node.property as Node).name)
    return node.computed || neutral.has(name) ? holdersOf(node.object as Node) : [name]
  }
  if (node.type === 'CallExpression') {
    const callee = node.callee as Node
    return holdersOf(callee.type === 'MemberExpression' ? (callee.object as Node) : callee)
  }
  // `data?.items ?? []` is of what stands first.
  if (node.type === 'LogicalExpression') return holdersOf(node.left as Node)
  const inner = node.expression ?? node.argument
  return inner ? holdersOf(inner as Node) : ['']
}

/** What the longest way begins with: `words.assign.name` is of `words`. */
function rootOf(node: Node): string {
  const inner = node.object ?? node.expression
  return inner ? rootOf(inner as Node) : String(node.name)
}

/** From what a pattern takes: `const { name } = passkey`, `groups.map(({ name }) => …)`, `({ name }: Company) => …`. */
function takenFrom(above: Node[]): string[] {
  const [call, holder, pattern] = above.slice(-3) as [Node, Node, Node]
  if (holder.type === 'Property') {
    const key = String((holder.key as Node).name)
    return neutral.has(key) ? takenFrom(above.slice(0, -2)) : [key]
  }
  if (holder.type === 'AssignmentPattern') return takenFrom([...above.slice(0, -2), pattern])
  if (holder.type === 'VariableDeclarator') return holder.init ? holdersOf(holder.init as Node) : ['']
  const typed = (pattern.typeAnnotation as Node | null | undefined)?.typeAnnotation as Node | undefined
  // A component's own property of this name: whoever fills it is asked in their place.
  if (typed?.type === 'TSTypeLiteral') return ['props']
  if (typed?.type === 'TSTypeReference') return [String((typed.typeName as Node).name)]
  if (typed?.type === 'TSTypeQuery') return [String((typed.exprName as Node).name)]
  return call.type === 'CallExpression' ? holdersOf(call) : ['']
}

const lastWordOf = (holder: string): string =>
  holder
    .split(/(?=[A-Z])/)
    .at(-1)
    ?.toLowerCase() ?? ''

const isThing = (holder: string): boolean => {
  const last = lastWordOf(holder)
  return [last, last.replace(/ies$/, 'y'), last.replace(/(s|es)$/, ''), last.replace(/s$/, '')].some((word) =>
    things.has(word),
  )
}

/** Attributes that say a name to screen readers only, or that nobody reads. */
const unseen = new Set(['aria-label', 'alone', 'key'])

/**
 * Where a name is drawn with its marks or not seen: in a sentence of `Named`, in the title of what says whom it is `about`, handed on
 * together with the kind of person, told to screen readers, compared, sorted, asked for.
 */
function isMarked(node: Node, below: Node, above: Node | undefined): boolean {
  if (node.type === 'ConditionalExpression') return node.test === below
  if (node.type === 'ObjectExpression') return (node.properties as Node[]).some(({ key }) => isCalled(key, 'kind'))
  if (node.type === 'BinaryExpression') return /^[!=]==?$/.test(String(node.operator))
  if (node.type === 'CallExpression') return isCalled((node.callee as Node).property, 'localeCompare')
  if (node.type === 'JSXElement') {
    const opening = node.openingElement as Node
    return isCalled(opening.name, 'Named') || has(opening, 'hidden') || saysHidden(opening)
  }
  if (node.type !== 'JSXAttribute') return false
  const name = String((node.name as Node).name)
  return unseen.has(name) || (name === 'title' && (has(above, 'shown') || has(above, 'about')))
}
