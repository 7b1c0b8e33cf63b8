/** What is being looked for after an "@", where on the screen, and how the choice comes into the text. */
export interface Asked {
  typed: string
  at: DOMRect | null
  choose: (node: { type: 'person' | 'group'; id: string; shown: object }) => void
}
