import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** The rules of the portal that may keep out somebody whom a keeper of a group would let in. */
export type PortalRule = 'EXTERNALS_SWITCHED_OFF' | 'INVITING_LIMITED' | 'PHONES_SWITCHED_OFF' | 'DOMAIN_NOT_ALLOWED'

type Asking = (tx: Tx, comer: { personId: string; invitedBy: string; group: GroupRow }) => Promise<PortalRule | null>

// Nobody is let in as long as it is not known whether they may be.
const slot: { asking: Asking } = { asking: () => Promise.reject(new Error('The rules of the portal are not there.')) }

/** Filled by `app` with what the portal's rules say of somebody who was invited: they stand with invitations, which come after this room. */
export function fillPortalRules(asking: Asking): void {
  slot.asking = asking
}

/** The rule of the portal that keeps somebody out by now who was invited and waits, held as it is; null when none does. For the keeper. */
export const portalRuleAgainst: Asking = (tx, comer) => slot.asking(tx, comer)
