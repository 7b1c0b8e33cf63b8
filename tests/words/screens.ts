import { parseSync, Visitor } from 'oxc-parser'
import type { SourceFile } from '#tests/tree.ts'

type Node = { type: string } & Record<string, unknown>

const readByPeople = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'label',
  'placeholder',
  'title',
  'description',
  'legend',
  'error',
  'message',
  'nothingFound',
  'nothingFoundMessage',
])
const hasLetters = (text: unknown) => typeof text === 'string' && /\p{L}/u.test(text)

/** Words written straight into a screen, where they would stay in one language: in JSX, in attributes, in what a notification says. */
export function wordsOutsideTheCatalogue({ path, text }: SourceFile): string[] {
  const found: string[] = []
  const tell = (node: Node, what: unknown) => {
    const line = text.slice(0, node.start as number).split('\n').length
    found.push(`${path}:${line} says “${String(what).trim()}” by itself; it belongs into a words.ts`)
  }
  /** Looks at what will be shown: a string, either branch of a condition, the fixed parts of a template. */
  const look = (node: Node | null): void => {
    if (!node) return
    if (node.type === 'JSXText' && hasLetters(node.value)) tell(node, node.value)
    if (node.type === 'Literal' && hasLetters(node.value)) tell(node, node.value)
    if (node.type === 'JSXExpressionContainer') look(node.expression as Node)
    if (['TSAsExpression', 'TSSatisfiesExpression'].includes(node.type)) look(node.expression as Node)
    if (node.type === 'TemplateLiteral') {
      for (const { value } of node.quasis as { value: { raw: string } }[])
        if (hasLetters(value.raw)) tell(node, value.raw)
      for (const part of node.expressions as Node[]) look(part)
    }
    if (node.type === 'ConditionalExpression') [node.consequent, node.alternate].forEach((one) => look(one as Node))
    if (node.type === 'LogicalExpression') [node.left, node.right].forEach((one) => look(one as Node))
    if (node.type === 'BinaryExpression' && node.operator === '+')
      [node.left, node.right].forEach((one) => look(one as Node))
  }
  new Visitor({
    JSXElement({ openingElement: { name }, children }) {
      // Keys are called what is printed on them.
      if (name.type === 'JSXIdentifier' && /^kbd$/i.test(name.name)) return
      children.forEach((child) => look(child as unknown as Node))
    },
    JSXFragment: ({ children }) => children.forEach((child) => look(child as unknown as Node)),
    JSXAttribute({ name, value }) {
      if (name.type === 'JSXIdentifier' && readByPeople.has(name.name)) look(value as unknown as Node)
    },
    Property({ key, value, computed }) {
      const name = key.type === 'Identifier' && !computed ? key.name : key.type === 'Literal' ? key.value : undefined
      if (readByPeople.has(String(name))) look(value as unknown as Node)
    },
  }).visit(parseSync(path, text).program)
  return found
}
