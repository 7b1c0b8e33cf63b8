/** One step of seeding: what it is called, and its statements. */
export interface Step {
  name: string
  statements: string[]
}
