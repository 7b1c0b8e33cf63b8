import { sql } from 'drizzle-orm'
import { check, customType, foreignKey, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { onlyIf, seated, seen } from '#access/rules.ts'
import { toolOpen } from '#access/tools.ts'
import { comments } from '#features/comments/server/tables.ts'
import { posts } from '../../server/tables.ts'
import { notDeleted } from '../../server/not-deleted.ts'

const words = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * The words that stand in posts and in what is said below them, to be searched: a row for each, with its id. It stands where that stands and goes
 * with it by its keys; of what was said before an edit, and of names, there are none (docs/decisions/0021-search.md). Written by the keeper (keeper.ts).
 */
export const postWords = pgTable(
  'post_words',
  {
    /** The post, or the comment: newest is greatest. */
    id: uuid().primaryKey(),
    ...placed(),
    /** The post that says it, or below which it is said. */
    postId: uuid('post_id').notNull(),
    /** The post once more where it says it itself; else the comment. */
    saidInPost: uuid('said_in_post'),
    commentId: uuid('comment_id'),
    authorId: uuid('author_id').notNull(),
    words: words().notNull(),
  },
  (t) => [
    ...shelved(t),
    index().on(t.postId),
    index()
      .on(t.saidInPost)
      .where(sql`said_in_post is not null`),
    index()
      .on(t.commentId)
      .where(sql`comment_id is not null`),
    // Each word beside the key of its space and that of its audience: what is asked for in one place is found without looking at others.
    index('post_words_on_shelves')
      .using('gin', sql`access.shelf_words(${t.spaceId}, ${t.audienceId}, ${t.words})`)
      .with({ fastupdate: false }),
    check('words are of a post or of a comment', sql`num_nonnulls(${t.saidInPost}, ${t.commentId}) = 1`),
    foreignKey({
      name: 'words stand in the space of their post',
      columns: [t.postId, t.spaceId],
      foreignColumns: [posts.id, posts.spaceId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'words of a post stand where it stands',
      columns: [t.saidInPost, t.spaceId, t.audienceId],
      foreignColumns: [posts.id, posts.spaceId, posts.audienceId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    foreignKey({
      name: 'words of a comment stand where it stands',
      columns: [t.commentId, t.spaceId, t.audienceId],
      foreignColumns: [comments.id, comments.spaceId, comments.audienceId],
    })
      .onDelete('cascade')
      .onUpdate('cascade'),
    onlyIf('where the feed is open', 'select', toolOpen(t, 'feed', 'view')),
    onlyIf('until their post is deleted', 'select', notDeleted(t.postId)),
    seen('seen by its audience', seated(t, 'view')),
  ],
)
