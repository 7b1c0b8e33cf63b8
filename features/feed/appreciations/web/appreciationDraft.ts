import type { FoundPerson } from '#ui/controls/person.ts'
import type { Badge } from '../contract.ts'

/** An appreciation as it is being written. */
export interface AppreciationDraft {
  badge: Badge
  people: readonly FoundPerson[]
}
