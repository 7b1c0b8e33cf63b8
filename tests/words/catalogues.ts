import { parseSync, Visitor } from 'oxc-parser'
import type { SourceFile } from '#tests/tree.ts'

/** One catalogue: the words in a folder `words/`, by language; a word is named by its way, as `letter.subject`. */
export interface Catalogue {
  /** The words.ts beside the folder, by which others import it. */
  door: string
  languages: Map<string, Map<string, string>>
}

type Node = { type: string } & Record<string, unknown>

/** All catalogues among the files. */
export function readCatalogues(files: SourceFile[]): Catalogue[] {
  const found = new Map<string, Catalogue>()
  for (const { path, text } of files) {
    const [, folder, language] = /^(.*\/words)\/(en|ru|pl)\.ts$/.exec(path) ?? []
    if (!folder || !language) continue
    const catalogue = found.get(folder) ?? { door: `${folder}.ts`, languages: new Map() }
    catalogue.languages.set(language, wordsOf(path, text, language))
    found.set(folder, catalogue)
  }
  return [...found.values()]
}

/** Every word of one language with its source text. */
function wordsOf(path: string, text: string, language: string): Map<string, string> {
  const words = new Map<string, string>()
  const collect = (node: Node, way: string[]) => {
    if (['TSAsExpression', 'TSSatisfiesExpression'].includes(node.type)) return collect(node.expression as Node, way)
    if (node.type !== 'ObjectExpression') {
      words.set(way.join('.'), text.slice(node.start as number, node.end as number))
      return
    }
    for (const property of node.properties as Node[]) {
      if (property.type !== 'Property') throw new Error(`${path}: words are written out, not spread from elsewhere`)
      const key = property.key as Node
      collect(property.value as Node, [...way, String(key.name ?? key.value)])
    }
  }
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && id.name === language && init) collect(init as unknown as Node, [])
    },
  }).visit(parseSync(path, text).program)
  return words
}

/** Words that a language lacks, has too many, left empty, or left in English (a whole phrase that reads the same). */
export function unevenWords({ door, languages }: Catalogue): string[] {
  const en = languages.get('en') ?? new Map<string, string>()
  const found = en.size === 0 ? [`${door} has no words in en`] : []
  for (const language of ['ru', 'pl']) {
    const words = languages.get(language) ?? new Map<string, string>()
    for (const [name, said] of en) {
      if (!words.has(name)) found.push(`${door}: ${name} is missing in ${language}`)
      else if (words.get(name) === said && /\p{L}\s+\p{L}/u.test(said) && /^['"`]/.test(said)) {
        found.push(`${door}: ${name} stands in English in ${language}`)
      }
    }
    for (const name of words.keys()) if (!en.has(name)) found.push(`${door}: ${name} of ${language} is missing in en`)
  }
  for (const [language, words] of languages) {
    for (const [name, said] of words)
      if (/^(''|""|``)$/.test(said)) found.push(`${door}: ${name} is empty in ${language}`)
  }
  return found
}

/** Ways that a file asks for: `words.letter.subject` → `letter.subject`; `words.roles[role]` → `roles.*`; a group handed on whole, `words.rules` → `rules.**`. */
function wordsAskedFor({ path, text }: SourceFile): Set<string> {
  const asked = new Set<string>()
  const onTheWay = new Set<Node>()
  new Visitor({
    MemberExpression(node) {
      onTheWay.add(node.object as unknown as Node)
      const way = wayOf(node as unknown as Node)
      if (!way) return
      asked.add(way.join('.'))
      if (way.length > 0 && !onTheWay.has(node as unknown as Node)) asked.add(`${way.join('.')}.**`)
    },
    VariableDeclarator({ id, init }) {
      const start = init && wayOf(init as unknown as Node)
      if (!start || id.type !== 'ObjectPattern') return
      for (const property of id.properties) {
        if (property.type === 'Property' && property.key.type === 'Identifier') {
          const way = [...start, property.key.name].join('.')
          asked.add(way).add(`${way}.**`)
        }
      }
    },
  }).visit(parseSync(path, text).program)
  return asked
}

/** The way from an object of words; it is known by its name (`words`, `groupsWords`) or by who gave it (`useWords`, `say`). */
function wayOf(node: Node): string[] | undefined {
  if (['ChainExpression', 'TSNonNullExpression', 'TSAsExpression'].includes(node.type))
    return wayOf(node.expression as Node)
  if (node.type === 'Identifier') return /^(words|t)$|Words$/.test(String(node.name)) ? [] : undefined
  if (node.type === 'CallExpression') {
    return ['useWords', 'say'].includes(String((node.callee as Node).name)) ? [] : undefined
  }
  if (node.type !== 'MemberExpression') return undefined
  const property = node.property as Node
  const way = wayOf(node.object as Node)
  // `props.words.title`: the words came in a parcel.
  if (!way) return !node.computed && /^(words|t)$|Words$/.test(String(property.name)) ? [] : undefined
  if (!node.computed) return [...way, String(property.name)]
  return [...way, property.type === 'Literal' ? String(property.value) : '*']
}

/** Words that no file asks for. Only files that import the catalogue, or live in the same room, can ask; in a feature with inner nouns also one of another noun. */
export function unusedWords(catalogue: Catalogue, files: SourceFile[]): string[] {
  const home = catalogue.door.replace(/words\.ts$/, '')
  const imported = `#${catalogue.door}`
  const beside = `../${catalogue.door.split('/').slice(-2).join('/')}`
  const asked = new Set<string>()
  for (const file of files) {
    const inside = file.path.startsWith(home) && !/\/words(\/(en|ru|pl))?\.ts$/.test(file.path)
    if (inside || file.text.includes(imported) || file.text.includes(beside))
      for (const way of wordsAskedFor(file)) asked.add(way)
  }
  const isAsked = (name: string) => {
    const way = name.split('.')
    const spellings = [
      name,
      [...way.slice(0, -1), '*'].join('.'),
      ...way.slice(1).map((_, at) => `${way[0]}.*.${way.slice(at + 2).join('.')}`),
      ...way.slice(1).map((_, at) => `${way.slice(0, at + 1).join('.')}.**`),
    ]
    return spellings.some((spelling) => spelling !== '*' && asked.has(spelling))
  }
  return [...(catalogue.languages.get('en')?.keys() ?? [])]
    .filter((name) => !isAsked(name))
    .map((name) => `${catalogue.door}: nobody says ${name}`)
}
