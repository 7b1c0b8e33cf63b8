/** A person as answers name them; null stands for somebody the reader may not know: a former participant. */
export interface ShownPerson {
  id: string
  name: string
  kind: 'employee' | 'external'
  company?: string | null | undefined
  photo?: string | null | undefined
}

/** Somebody whom a search found; what they do stands beside the name where it is known. */
export interface FoundPerson extends ShownPerson {
  position?: string | null | undefined
}

/** What a search for people has answered by now. */
export interface PeopleSearch {
  people: readonly FoundPerson[]
  isFetching: boolean
  /** Why it was not answered. */
  error: unknown
  /** Asks the same once more. */
  again: () => unknown
}
