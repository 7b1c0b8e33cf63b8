import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { added, changed, iAmAdministrator, me, onlyIf, removed, rules, seated, seen, within } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { aboutTools, belowTools } from '#access/tools.ts'
import { reactionKinds } from '../reactions/contract.ts'

/** What people can talk below: one row for each post, task … with the same id. It stands where the thing stands. */
export const threads = pgTable(
  'threads',
  {
    id: uuid().primaryKey(),
    ...placed(),
    /** The noun of the thing, as in addresses: post, task. */
    kind: text().notNull(),
  },
  (t) => [
    ...shelved(t),
    unique('a thread knows its space').on(t.id, t.spaceId),
    aboutTools(t, t.kind),
    ...rules(t, { see: 'view', add: 'edit' }),
  ],
)

/** What was said below something. Stands where the thread stands, or inside it: with the team, or in a lane. */
export const comments = pgTable(
  'comments',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    threadId: uuid('thread_id').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** Empty once it is deleted, or where files were sent without a word. */
    text: text().notNull(),
    /** Its files, in their order. */
    attachments: uuid().array().notNull().default([]),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** The comment that it replies to: one that replies to none itself. */
    parentId: uuid('parent_id'),
    /** The comment whose words it begins with, and the words; they are shown to whoever reads that comment. */
    quotedId: uuid('quoted_id'),
    quote: text(),
    editedAt: timestamp('edited_at', { withTimezone: true }),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    deletedBy: uuid('deleted_by').references(() => people.id),
  },
  (t) => [
    ...shelved(t),
    unique('a comment knows its thread').on(t.threadId, t.id),
    unique('a comment knows where it stands').on(t.id, t.spaceId, t.audienceId),
    index()
      .on(t.parentId, t.id)
      .where(sql`parent_id is not null`),
    index()
      .on(t.quotedId)
      .where(sql`quoted_id is not null`),
    // Whoever reads a reply, or an answer with a quote, reads the comment too: a trigger holds that (access/functions.sql).
    foreignKey({
      name: 'a reply is below a comment of its thread',
      columns: [t.threadId, t.parentId],
      foreignColumns: [t.threadId, t.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'a quote is of a comment of its thread',
      columns: [t.threadId, t.quotedId],
      foreignColumns: [t.threadId, t.id],
    }),
    foreignKey({
      name: 'a comment stands in the space of its thread',
      columns: [t.threadId, t.spaceId],
      foreignColumns: [threads.id, threads.spaceId],
    }).onDelete('cascade'),
    belowTools(t, sql`exists (select 1 from threads h where h.id = ${t.threadId})`),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from threads h where h.id = ${t.threadId} and h.space_id = ${t.spaceId} and ${within(sql`h.audience_id`, t.audienceId)})`,
    }),
    changed('edited and taken away by whoever wrote it', sql`${t.authorId} = ${me} and ${seated(t, 'comment')}`, [
      t.text,
      t.attachments,
      t.editedAt,
      t.deletedAt,
      t.deletedBy,
    ]),
    // Who keeps a group may take words away, but not put any into somebody's mouth.
    changed(
      'taken away by whoever keeps the group',
      seated(t, 'manage'),
      [t.text, t.attachments, t.editedAt, t.deletedAt, t.deletedBy],
      sql`${seated(t, 'manage')} and ${t.text} = '' and ${t.deletedBy} = ${me}`,
    ),
  ],
)

/** What a comment said before it was edited. Stands where the comment stands, for its readers, and goes with it. */
export const commentVersions = pgTable(
  'comment_versions',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    attachments: uuid().array().notNull().default([]),
    /** When the comment began to say this. */
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index().on(t.commentId, t.id),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    onlyIf(
      'only with its comment',
      'select',
      sql`exists (select 1 from comments c where c.id = ${t.commentId} and c.deleted_at is null)`,
    ),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from comments c where c.id = ${t.commentId} and c.author_id = ${me} and c.space_id = ${t.spaceId} and c.audience_id = ${t.audienceId})`,
    }),
  ],
)

/** What a deleted comment said, for as long as that can be undone. Nobody reads it: the keeper puts it back. */
export const deletedComments = pgTable(
  'deleted_comments',
  {
    commentId: uuid('comment_id')
      .primaryKey()
      .references(() => comments.id, { onDelete: 'cascade' }),
    text: text().notNull(),
  },
  (t) => [
    added(
      'kept by whoever takes it away',
      sql`exists (select 1 from comments c where c.id = ${t.commentId} and c.deleted_by = ${me})`,
    ),
  ],
)

/** The portal's own reactions: an emoji or a small picture, with a name. One that is offered no more stays where it was given. */
export const emojis = pgTable(
  'emojis',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    name: text().notNull(),
    /** An emoji; null for a picture. */
    text: text(),
    /** The name of a kept file; null for an emoji. */
    picture: text(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (t) => [
    check('an own reaction is an emoji or a picture', sql`num_nonnulls(${t.text}, ${t.picture}) = 1`),
    seen('seen by everyone signed in', sql`${me} is not null`),
    added('added by administrators', iAmAdministrator),
    changed('taken from the choice by administrators', iAmAdministrator, [t.removedAt]),
  ],
)

/**
 * Who reacted how to a thing, or to a comment below it. Stands where that stands, or in the lane of whoever reacts, so that externals
 * kept apart do not count each other.
 */
export const reactions = pgTable(
  'reactions',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    threadId: uuid('thread_id').notNull(),
    /** Null is the thing itself. */
    commentId: uuid('comment_id'),
    authorId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    kind: text({ enum: reactionKinds }),
    /** In place of a kind: one of the portal's own. */
    emojiId: uuid('emoji_id').references(() => emojis.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    unique('one of each kind from everybody')
      .on(t.threadId, t.commentId, t.authorId, t.kind, t.emojiId)
      .nullsNotDistinct(),
    index().on(t.commentId),
    index().on(t.authorId, t.id),
    check('a reaction is of one kind', sql`num_nonnulls(${t.kind}, ${t.emojiId}) = 1`),
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'a reaction stands in the space of its thread',
      columns: [t.threadId, t.spaceId],
      foreignColumns: [threads.id, threads.spaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'a reaction to a comment is below its thread',
      columns: [t.threadId, t.commentId],
      foreignColumns: [comments.threadId, comments.id],
    }).onDelete('cascade'),
    belowTools(t, sql`exists (select 1 from threads h where h.id = ${t.threadId})`),
    ...rules(t, {
      see: 'view',
      add: 'comment',
      under: sql`exists (select 1 from threads h where h.id = ${t.threadId} and h.space_id = ${t.spaceId} and ${within(sql`h.audience_id`, t.audienceId)})
        and (${t.commentId} is null or exists (select 1 from comments c where c.id = ${t.commentId} and ${within(sql`c.audience_id`, t.audienceId)}))
        and (${t.emojiId} is null or exists (select 1 from emojis e where e.id = ${t.emojiId} and e.removed_at is null))`,
    }),
    removed('taken back by whoever gave it', sql`${t.authorId} = ${me} and ${seated(t, 'comment')}`),
  ],
)
