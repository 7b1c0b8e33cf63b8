import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { GroupRow } from './queries.ts'

type Inviting = (tx: Tx, me: Me, group: GroupRow, invitations: { emails: string[]; note?: string }) => Promise<void>

type LongestTerm = (tx: Tx) => Promise<number | null>

const slot: { invite: Inviting | null; longest: LongestTerm } = { invite: null, longest: () => Promise.resolve(null) }

/** Filled by `app` with how invitations are made: that room comes after this one and may not be known here. */
export function fillInviting(invite: Inviting): void {
  slot.invite = invite
}

/** Invites the people named while a group is created. */
export const inviteOnCreation: Inviting = async (...args) => {
  if (!slot.invite) throw new Error('Nothing fills the slot for invitations.')
  await slot.invite(...args)
}

/** Filled by `app` with the portal's rule about last days, which stands with invitations. */
export function fillLongestTerm(longest: LongestTerm): void {
  slot.longest = longest
}

/** For how many days people from outside are let in at most; null is for as long as one likes. As an employee, or as the keeper. */
export const longestTerm: LongestTerm = (tx) => slot.longest(tx)
