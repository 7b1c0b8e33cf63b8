import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** Somebody posted to a group, or with null to others than one group. */
export const posted = kind('feed.posted', 'post', z.object({ groupId: z.uuid().nullable() }))
/** Somebody changed what they had posted. */
export const edited = kind('feed.edited', 'post', z.object({ versionId: z.uuid() }))
/** Somebody changed the tags of their post, and no word of it. */
export const tagged = kind('feed.tagged', 'post', z.object({}))

/** Somebody deleted a post: the author, or whoever manages the group. */
export const deleted = kind('feed.deleted', 'post', z.object({}))

/** And took that back. */
export const restored = kind('feed.restored', 'post', z.object({}))

/** Somebody voted in a poll by name, voted otherwise, or took that back. */
export const voted = kind('feed.voted', 'post', z.object({}))

/** A poll ended before its time: whoever asked, or who manages the group, ended it. */
export const pollEnded = kind('feed.pollEnded', 'post', z.object({}))
/** Whoever oversees an announcement reminded those who have not confirmed it. Told to the team. */
export const reminded = kind('feed.reminded', 'post', z.object({}))

/** Somebody answered whether they come to what a post invites to, or took that back. Told to the team. */
export const answered = kind('feed.answered', 'post', z.object({}))

/** Whoever invites to something changed what, when or where it is. Told to the team. */
export const eventChanged = kind('feed.eventChanged', 'post', z.object({}))

/** What a post invites to begins in an hour. Told to the team. */
export const beginsSoon = kind('feed.beginsSoon', 'post', z.object({}))
