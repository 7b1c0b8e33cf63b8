import { and, gt, isNull, sql, type SQL } from 'drizzle-orm'
import { invitations } from './tables.ts'

export type InvitationRow = typeof invitations.$inferSelect

/** Until when a letter sent then is good, by the portal's rule of so many days. */
export const expiry = (sentAt: Date, days: number): Date => new Date(sentAt.getTime() + days * 86_400_000)

/** Neither taken back nor accepted; it may have run out, and then a new letter makes it good again. */
export const notClosed = (): SQL | undefined => and(isNull(invitations.withdrawnAt), isNull(invitations.acceptedAt))

/** Somebody may come in through it at this moment: it waits for no administrator either. */
export const open = (): SQL | undefined =>
  and(notClosed(), isNull(invitations.heldAt), gt(invitations.expiresAt, sql`now()`))
