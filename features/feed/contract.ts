import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  comment,
  commentAbout,
  commentFor,
  commentList,
  commentsPage,
  commentText,
  laneName,
  reactedList,
  reactedPage,
  reaction,
  reactionChoice,
} from '#features/comments/contract.ts'
import {
  attachment,
  attachmentIds,
  draftSent,
  mentions,
  shownDocument,
  unread,
  written,
} from '#features/writing/contract.ts'
import { newPoll, poll } from './polls/contract.ts'
import { postTags } from './tags/contract.ts'
import { done, id, listOf, page, person } from '#platform/contract.ts'
import { addressed, addressee } from './addressing/contract.ts'
import { announcement, newAnnouncement } from './announcements/contract.ts'
import { appreciation, newAppreciation } from './appreciations/contract.ts'
import { calendarEvent, newCalendarEvent } from './calendar-events/contract.ts'

const tags = ['Feed']

const audience = z.enum(['everyone', 'team'])

/**
 * What is posted: a document, or the lines of a program that knows no documents, with files or of files alone.
 */
const said = {
  text: z.string().trim().min(1).max(20_000).optional(),
  document: written.optional(),
  attachmentIds: attachmentIds.optional(),
  tags: postTags.optional(),
  unread,
}

/** A group as posts and entries name it. */
export const groupOfPost = z.object({
  id,
  name: z.string(),
  external: z.boolean(),
  voice: z.boolean(),
  archived: z.boolean(),
})

/** A post as its readers get it. The author is null to readers who may not know who it was. */
export const post = z.object({
  id,
  /** The group that it stands in; null where it is addressed to others than one group. */
  group: groupOfPost.nullable(),
  /** Whom it is addressed to then, as far as the reader may know them, without its author. */
  to: z.array(addressee),
  /** `lane` is told to those who work here: the team and those kept apart in `lane` read it. To them it is everyone. */
  audience: z.enum(['everyone', 'team', 'lane']),
  lane: laneName.nullable(),
  author: person.nullable(),
  text: z.string(),
  /** The same with headings, lists, tables and mentions; null where only lines were written. */
  document: shownDocument.nullable(),
  mentions,
  attachments: z.array(attachment),
  tags: z.array(z.string()),
  createdAt: z.date(),
  /** When its words were changed last; null while they are the first. */
  editedAt: z.date().nullable(),
  /** What the person asking may do with it. */
  may: z.object({ edit: z.boolean(), delete: z.boolean() }),
  reactions: z.array(reaction),
  /** How many there are. */
  comments: z.number(),
  /** What is asked below its words; null where nothing is. */
  poll: poll.nullable(),
  /** What is asked of its readers: to confirm that they read it. */
  announcement: announcement.nullable(),
  /** Colleagues who are appreciated in it; told to those who work here. */
  appreciation: appreciation.nullable(),
  /** What it invites to; told to those who work here. */
  calendarEvent: calendarEvent.nullable(),
})
export type Post = z.infer<typeof post>

/** What a post said before it was changed. */
export const postVersion = z.object({
  id,
  text: z.string(),
  document: shownDocument.nullable(),
  mentions,
  attachments: z.array(attachment),
  writtenAt: z.date(),
})
export type PostVersion = z.infer<typeof postVersion>

/** So many seconds a deleted post can be taken back. */
export const undoSeconds = 20

/** What a browser or a program may ask about posts. */
export const feedContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/posts',
      tags,
      summary: 'Posts, newest first: of one group, or of all that one reads',
    })
    .input(z.strictObject({ ...page, after: id.optional(), group: id.optional() }))
    .output(listOf(post)),
  add: oc
    .route({
      method: 'POST',
      path: '/posts',
      tags,
      summary: 'Post to a group one is in, or in “to” to any mix of whom one may write to',
      successStatus: 201,
    })
    .input(
      z.strictObject({
        groupId: id.optional(),
        to: addressed.optional(),
        ...said,
        audience: audience.default('everyone'),
        laneId: id.optional(),
        /** A question to its readers. Its words stand for those of the post where there are no others. */
        poll: newPoll.optional(),
        announcement: newAnnouncement.optional(),
        appreciation: newAppreciation.optional(),
        calendarEvent: newCalendarEvent.optional(),
        draft: draftSent,
      }),
    )
    .output(post),
  get: oc
    .route({ method: 'GET', path: '/posts/{id}', tags, summary: 'One post' })
    .input(z.strictObject({ id }))
    .output(post),
  change: oc
    .route({
      method: 'PATCH',
      path: '/posts/{id}',
      tags,
      summary: 'Change the words, files and tags of one’s own post, and what it invites to; what is not said stays',
    })
    .input(
      z.strictObject({
        id,
        ...said,
        /** Of a post that invites to something: what, when and where it is from now on. */
        calendarEvent: newCalendarEvent.optional(),
      }),
    )
    .output(post),
  versions: oc
    .route({ method: 'GET', path: '/posts/{id}/versions', tags, summary: 'What a post said before, newest first' })
    .input(z.strictObject({ id, ...page, after: id.optional() }))
    .output(listOf(postVersion)),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/posts/{id}',
      tags,
      summary: `Delete a post; it can be taken back for ${undoSeconds} seconds`,
    })
    .input(z.strictObject({ id }))
    .output(done),
  restore: oc
    .route({ method: 'POST', path: '/posts/{id}/restore', tags, summary: 'Take back that one deleted a post' })
    .input(z.strictObject({ id }))
    .output(post),
  react: oc
    .route({ method: 'POST', path: '/posts/{id}/reactions', tags, summary: 'React to a post' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(post),
  takeReaction: oc
    .route({ method: 'DELETE', path: '/posts/{id}/reactions', tags, summary: 'Take a reaction to a post back' })
    .input(z.strictObject({ id, ...reactionChoice }))
    .output(post),
  reactions: oc
    .route({ method: 'GET', path: '/posts/{id}/reactions', tags, summary: 'Who reacted to a post' })
    .input(z.strictObject({ id, ...reactedPage }))
    .output(reactedList),
  comments: oc
    .route({ method: 'GET', path: '/posts/{id}/comments', tags, summary: 'What is said below a post' })
    .input(z.strictObject({ id, ...commentsPage }))
    .output(commentList),
  addComment: oc
    .route({ method: 'POST', path: '/posts/{id}/comments', tags, summary: 'Comment on a post', successStatus: 201 })
    .input(z.strictObject({ id, text: commentText, ...commentFor, ...commentAbout }))
    .output(comment),
}
