/** A person as answers name them; null stands for somebody the reader may not know: a former participant. */
export interface ShownPerson {
  id: string
  name: string
  kind: 'employee' | 'external'
  company?: string | null | undefined
  photo?: string | null | undefined
}
