import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

type Contents = (tx: Tx, group: GroupRow) => Promise<{ posts: number; tasks: number }>

const slot: { contents: Contents | null } = { contents: null }

/** Filled by `app` with how much stands in a group: those rooms come after this one and may not be known here. */
export function fillContents(contents: Contents): void {
  slot.contents = contents
}

/** How much there is for everyone in a group, as the person asking sees it. */
export const contentsIn: Contents = async (tx, group) => {
  if (!slot.contents) throw new Error('Nothing fills the slot for the contents of a group.')
  return slot.contents(tx, group)
}
