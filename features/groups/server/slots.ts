import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { GroupRow } from './queries.ts'

type Inviting = (tx: Tx, me: Me, group: GroupRow, invitations: { emails: string[]; note?: string }) => Promise<void>

const slot: { invite: Inviting | null } = { invite: null }

/** Filled by `app` with how invitations are made: that room comes after this one and may not be known here. */
export function fillInviting(invite: Inviting): void {
  slot.invite = invite
}

/** Invites the people named while a group is created. */
export const inviteOnCreation: Inviting = async (...args) => {
  if (!slot.invite) throw new Error('Nothing fills the slot for invitations.')
  await slot.invite(...args)
}
