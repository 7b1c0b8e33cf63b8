import { z } from 'zod'
import { day, id, language, person } from '#platform/contract.ts'

/** Somebody asked in, or added (INV-4), who has not come yet. Without a group: asked to work here. */
export const invitation = z.object({
  id,
  groupId: id.nullable(),
  /** Null where the reader may not know the group. */
  groupName: z.string().nullable(),
  email: z.string(),
  /** What they are called, as far as whoever invited said. */
  name: z.string(),
  /** Who they are here, of somebody who was added and whom the reader may know. */
  person: person.nullable(),
  company: z.string().nullable(),
  language,
  note: z.string(),
  role: z.enum(['moderator', 'member']),
  /** The last day. */
  accessUntil: day.nullable(),
  /** What they are to do here. */
  purpose: z.string(),
  /** Null where the reader may not know who it was. */
  invitedBy: person.nullable(),
  sentAt: z.date(),
  expiresAt: z.date(),
  /**
   * Waiting: an administrator lets the letter go, or does not. Asked: they have come and wait in the lobby for a keeper of the group.
   * Declined: they were turned away. These two only whoever invited sees. Added: they are a member, and were not here yet.
   */
  state: z.enum(['waiting', 'pending', 'expired', 'asked', 'declined', 'added']),
  /** Leads into the lobby: the inviter may not let anybody in by themselves. */
  lobby: z.boolean(),
})
