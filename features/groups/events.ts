import { z } from 'zod'
import { kind } from '#events/kind.ts'

const somebody = z.object({ personId: z.uuid() })

/** A group was made. */
export const groupCreated = kind('groups.created', 'group', z.object({ name: z.string() }))
/** A group's name, description, visibility or dates changed. */
export const groupChanged = kind('groups.changed', 'group', z.object({ name: z.string() }))
/** A group was opened to people from outside, or closed to them again. */
export const groupOpened = kind('groups.opened', 'group', z.object({ name: z.string() }))
export const groupClosed = kind('groups.closed', 'group', z.object({ name: z.string() }))
/** A group was archived: it is read and no more. */
export const groupArchived = kind('groups.archived', 'group', z.object({ name: z.string() }))
/** An archived group was reopened. */
export const groupReopened = kind('groups.reopened', 'group', z.object({ name: z.string() }))
/** A group is gone with all that was in it. Told to whoever asked for that, among their own things. */
export const groupDeleted = kind('groups.deleted', 'group', z.object({ name: z.string() }))
/** Somebody became a member. */
export const memberJoined = kind('groups.memberJoined', 'group', somebody)
/** Somebody became moderator, or member again. */
export const memberRoleChanged = kind('groups.memberRoleChanged', 'group', somebody)
/** The time of somebody from outside has run out, or they were let in for longer. Told to the team alone. */
export const memberLapsed = kind('groups.memberLapsed', 'group', somebody)
export const memberRenewed = kind('groups.memberRenewed', 'group', somebody)
/** Somebody left or was taken out. */
export const memberLeft = kind('groups.memberLeft', 'group', somebody)
