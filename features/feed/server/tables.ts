import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { changed, me, onlyIf, own, removed, rules, seated } from '#access/rules.ts'
import { audiences, people } from '#access/tables.ts'
import { belowTools, inTool, toolOpen } from '#access/tools.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { Doc } from '#features/writing/contract.ts'
import { notDeleted } from './not-deleted.ts'

const createdAt = () => timestamp('created_at', { withTimezone: true }).notNull().defaultNow()

/** Posts. Each stands in its group, for everyone there or for the team, or in an audience of those whom it is addressed to. */
export const posts = pgTable(
  'posts',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    ...placed(),
    /** Null for what is said to others than one group: then it stands among what is addressed, in the portal's own space. */
    groupId: uuid('group_id').references(() => groups.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    /** What it looks like; `text` is then the same without. Null where only lines were written. */
    document: jsonb().$type<Doc>(),
    /** Its files, in their order. */
    attachments: uuid().array().notNull().default([]),
    createdAt: createdAt(),
    /** When its words were changed last. */
    editedAt: timestamp('edited_at', { withTimezone: true }),
  },
  (t) => [
    ...shelved(t),
    index().on(t.groupId, t.id.desc().nullsFirst()),
    unique('a post knows its space').on(t.id, t.spaceId),
    unique('a post knows where it stands').on(t.id, t.spaceId, t.audienceId),
    index().on(t.authorId, t.id.desc().nullsFirst()),
    ...inTool(t, 'feed'),
    // Nobody meets it any more, whoever asks and by whatever way; until then it can be taken back.
    onlyIf('seen until it is deleted', 'select', notDeleted(t.id)),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`case when ${t.groupId} is null then exists (select 1 from spaces s where s.id = ${t.spaceId} and s.kind = 'portal') else exists (select 1 from groups g where g.id = ${t.groupId} and g.space_id = ${t.spaceId}) end`,
      remove: own('edit'),
    }),
    // Who manages a group may take words away, but not put any into somebody's mouth.
    changed('changed by whoever wrote it', sql`${t.authorId} = ${me} and ${seated(t, 'edit')}`, [
      t.text,
      t.document,
      t.attachments,
      t.editedAt,
    ]),
  ],
)

/** Posts that are deleted and not forgotten yet: rows stand here for the seconds in which that can be taken back. */
export const postDeletions = pgTable(
  'post_deletions',
  {
    postId: uuid('post_id').primaryKey(),
    ...placed(),
    authorId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
      'cascade',
    ),
    foreignKey({
      name: 'a deletion stands in the space of its post',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    // Put here by the keeper: a rule that asks for the post would be asked by the post in turn.
    onlyIf('seen where its tool is open', 'select', toolOpen(t, 'feed', 'view')),
    onlyIf('removed where its tool is open', 'delete', toolOpen(t, 'feed', 'change')),
    ...rules(t, { see: 'view' }),
    removed('taken back by whoever did it', sql`${t.authorId} = ${me} and ${seated(t, 'edit')}`),
  ],
)

/** What posts said before they were changed. Read by whoever reads the post. */
export const postVersions = pgTable(
  'post_versions',
  {
    id: uuid()
      .primaryKey()
      .default(sql`uuidv7()`),
    postId: uuid('post_id').notNull(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    text: text().notNull(),
    document: jsonb().$type<Doc>(),
    attachments: uuid().array().notNull().default([]),
    /** Since when it said so. */
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    ...shelved(t),
    index().on(t.postId, t.id.desc().nullsFirst()),
    foreignKey({
      name: 'a version stands in the space of its post',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    belowTools(t, sql`exists (select 1 from posts p where p.id = ${t.postId})`),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: sql`exists (select 1 from posts p where p.id = ${t.postId} and p.space_id = ${t.spaceId} and p.audience_id = ${t.audienceId} and p.author_id = ${me})`,
    }),
  ],
)
