import { sql } from 'drizzle-orm'
import { when } from '#events/when.ts'
import { commentAdded, commentDeleted, commentEdited, commentRestored } from '#features/comments/events.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { edited, posted } from '../../events.ts'
import { keepWordsOfComments, keepWordsOfPosts } from './keeper.ts'

const keepPost = ({ aboutId }: { aboutId: string }, tx: Tx) => keepWordsOfPosts(tx, sql`select ${aboutId}::uuid`)

/** What is written is found from then on by what it says now. */
export const searchReactions = [
  when(posted, keepPost),
  when(edited, keepPost),
  ...[commentAdded, commentEdited, commentDeleted, commentRestored].map((happened) =>
    when(happened, ({ data }, tx) => keepWordsOfComments(tx, sql`select ${data.commentId}::uuid`)),
  ),
]
