import { invalid } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import type { Doc } from '#features/writing/contract.ts'
import { checkLinks, checkMentions, checkPictures, plainOf, type Written } from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** What somebody sends as a post: a document, or lines. */
export interface Said {
  text?: string | undefined
  document?: Doc | undefined
  /** Uploads, in their order. */
  attachmentIds?: string[] | undefined
  unread?: boolean | undefined
}

/** What is kept of it; `before` are the files that stand there already. A document may name only whom its writer knows, and its text is made here, so that both say the same. */
export async function take(
  tx: Tx,
  me: Pick<Me, 'id'>,
  place: Placed,
  { text, document, attachmentIds, unread }: Said,
  before: string[] = [],
): Promise<Written & { attachments: string[] }> {
  const attachments = attachmentIds ? [...new Set(attachmentIds)] : before
  if (document) {
    await checkMentions(tx, place, 'feed', { document, unread })
    await checkLinks(tx, place, 'feed', { document, unread })
    await checkPictures(tx, me, document)
    return { document, text: plainOf(document), attachments }
  }
  if (!text && attachments.length === 0) throw invalid('text', 'Write something first.')
  await checkLinks(tx, place, 'feed', { text, unread })
  return { document: null, text: text ?? '', attachments }
}
