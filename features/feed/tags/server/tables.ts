import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { placed } from '#access/placing.ts'
import { me, onlyIf, removed, rules, seated } from '#access/rules.ts'
import { people } from '#access/tables.ts'
import { toolOpen } from '#access/tools.ts'
import { ofOwnPost, withPost } from '../../server/with-post.ts'
import { notDeleted } from '../../server/not-deleted.ts'

/** The tags of posts. A tag is a word that somebody said, so each stands where its post stands, and goes where that goes. */
export const postTags = pgTable(
  'post_tags',
  {
    postId: uuid('post_id').notNull(),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** By which it is found: however it is written, it is the same. */
    tag: text().notNull(),
    /** As it is shown. */
    label: text().notNull(),
    /** Its place among the tags of the post. */
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.postId, t.tag] }),
    index().on(t.tag, t.postId.desc().nullsFirst()),
    index().on(t.audienceId, t.tag, t.postId),
    index().on(t.audienceId, t.postId.desc().nullsFirst()),
    ...withPost(t, 'a tag stands where its post stands, and goes with it'),
    onlyIf('seen where its tool is open', 'select', toolOpen(t, 'feed', 'view')),
    // With a new post, or where posts are changed: a group may give one without the other.
    onlyIf(
      'added where its tool is open',
      'insert',
      sql`case when ${toolOpen(t, 'feed', 'add')} then true else ${toolOpen(t, 'feed', 'change')} end`,
    ),
    onlyIf('removed where its tool is open', 'delete', toolOpen(t, 'feed', 'change')),
    // As posts say it: asked of the few that are deleted, and not of all posts there are.
    onlyIf('seen with its post', 'select', notDeleted(t.postId)),
    ...rules(t, {
      see: 'view',
      add: 'edit',
      under: ofOwnPost(t),
    }),
    removed('taken off by whoever wrote the post', sql`${t.authorId} = ${me} and ${seated(t, 'edit')}`),
  ],
)
