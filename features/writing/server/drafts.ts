import { and, eq } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { groupRow, namesIn, placeIn, roomIn, type Addressed } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Doc, Draft } from '../contract.ts'
import { waitingOf } from '../attachments/server/placing.ts'
import { plainOf } from './plain.ts'
import { peopleIn, showWriting } from './shown.ts'
import { drafts } from './tables.ts'

type Writer = Pick<Me, 'id'>
type Where = Addressed & { id: string }

interface Begun {
  text?: string | undefined
  document?: Doc | null | undefined
  attachmentIds?: string[] | undefined
}

/** What the person asking began to write for this part of a group; null when there is nothing. */
export async function getDraft(tx: Tx, me: Writer, asked: Where): Promise<{ draft: Draft | null }> {
  const place = await placeOf(tx, me, asked)
  const [row] = await tx.select().from(drafts).where(theirs(me, place))
  if (!row) return { draft: null }
  const room = await roomIn(tx, row.spaceId)
  const shown = await showWriting(tx, [row], await namesIn(tx, [room], peopleIn([row])))
  const attachments = await waitingOf(tx, me, row.attachments)
  return { draft: { ...shown(row, room), attachments, savedAt: row.savedAt } }
}

/** Keeps what the person asking is writing there, in place of what they wrote before. */
export async function saveDraft(
  tx: Tx,
  me: Writer,
  { text = '', document = null, attachmentIds = [], ...asked }: Where & Begun,
): Promise<Record<string, never>> {
  const { spaceId, audienceId } = await placeOf(tx, me, asked)
  const said = { text: document ? plainOf(document) : text, document, attachments: attachmentIds, savedAt: new Date() }
  await tx
    .insert(drafts)
    .values({ authorId: me.id, spaceId, audienceId, ...said })
    .onConflictDoUpdate({ target: [drafts.authorId, drafts.audienceId], set: said })
  return {}
}

/** Throws a draft away. */
export async function throwDraft(tx: Tx, me: Writer, asked: Where): Promise<Record<string, never>> {
  await forgetDraft(tx, me, await placeOf(tx, me, asked))
  return {}
}

/** What was begun for a place is sent, or not wanted any more. */
export async function forgetDraft(tx: Tx, me: Writer, place: Placed): Promise<void> {
  await tx.delete(drafts).where(theirs(me, place))
}

const theirs = (me: Writer, { audienceId }: Placed) =>
  and(eq(drafts.authorId, me.id), eq(drafts.audienceId, audienceId))

const placeOf = async (tx: Tx, me: Writer, { id, ...addressed }: Where): Promise<Placed> =>
  placeIn(tx, me, await groupRow(tx, id), addressed)
