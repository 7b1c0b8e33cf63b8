/** A part of a program as the parser gives it. */
export type Node = { type: string; start: number; end: number } & Record<string, unknown>

/** The parts right below a part. */
export const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value)

/** Whether a part is a plain word: the name of a variable, a property, an element. */
export const isCalled = (node: unknown, name: string): boolean => (node as Node | undefined)?.name === name

const attributesOf = (opening: Node | undefined): Node[] => (opening?.attributes as Node[] | undefined) ?? []

/** Whether an element has an attribute of this name. */
export const has = (opening: Node | undefined, attribute: string): boolean =>
  attributesOf(opening).some((one) => isCalled(one.name, attribute))

/** Whether an element is there for screen readers only. */
export const saysHidden = (opening: Node): boolean =>
  attributesOf(opening).some((one) => (one.value as Node | null | undefined)?.value === 'loggia-hidden')
