import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'

/** Keeps the words of posts (a query of their ids) as they stand now. For the keeper. */
export async function keepWordsOfPosts(tx: Tx, which: SQL): Promise<void> {
  // Held against whoever would change them at this moment: two edits in a row must not leave the words of the first.
  await tx.execute(sql`
    insert into post_words (id, space_id, audience_id, post_id, said_in_post, author_id, words)
    select p.id, p.space_id, p.audience_id, p.id, p.id, p.author_id, access.words_of(p.text) from posts p where p.id in (${which}) for share of p
    on conflict (id) do update set words = excluded.words`)
}

/** The same for comments; of one that is not below a post, or was taken away, none are kept. */
export async function keepWordsOfComments(tx: Tx, which: SQL): Promise<void> {
  await tx.execute(sql`
    delete from post_words w using comments c where c.id = w.comment_id and c.deleted_at is not null and c.id in (${which})`)
  await tx.execute(sql`
    insert into post_words (id, space_id, audience_id, post_id, comment_id, author_id, words)
    select c.id, c.space_id, c.audience_id, c.thread_id, c.id, c.author_id, access.words_of(c.text)
    from comments c join posts p on p.id = c.thread_id and c.deleted_at is null where c.id in (${which}) for share of c
    on conflict (id) do update set words = excluded.words`)
}
