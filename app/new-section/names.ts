/** The words a section is made from: `quotes`, `quote`, `Quotes`, `Quote`. */
export interface Names {
  name: string
  one: string
  Name: string
  One: string
}
