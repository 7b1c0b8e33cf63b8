import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { signalTo } from '#events/signal.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Doc } from '../../contract.ts'
import { plainOf } from '../../server/plain.ts'
import { drafts } from './tables.ts'

type Writer = Pick<Me, 'id'>

/** A composer: what is written in it, and where it stands. */
export interface Composer {
  kind: 'post' | 'comment'
  placeId: string | null
}

/** A draft as it is kept. */
export type DraftRow = typeof drafts.$inferSelect

interface Begun {
  text?: string | undefined
  document?: Doc | undefined
  attachmentIds: string[]
  beside: object
  /** The version that it began from; null where there was none. */
  began: string | null
}

/** What the person asking has begun in a composer. */
export async function draftIn(tx: Tx, me: Writer, composer: Composer): Promise<DraftRow | null> {
  const [row] = await tx.select().from(drafts).where(of(me, composer))
  return row ?? null
}

/** Keeps what is being written, in place of what it began from. Where something else stands there by now it is refused, and nothing is lost. */
export async function keepDraft(
  tx: Tx,
  me: Writer,
  composer: Composer,
  { text = '', document, attachmentIds, beside, began }: Begun,
): Promise<{ id: string; version: string }> {
  const said = document ? { text: plainOf(document), document } : { text, document: null }
  const kept = { ...said, attachments: [...new Set(attachmentIds)], beside, savedAt: new Date() }
  const given = { id: drafts.id, version: drafts.version }
  const [row] = await (began === null
    ? tx
        .insert(drafts)
        .values({ authorId: me.id, ...composer, ...kept })
        .onConflictDoNothing()
        .returning(given)
    : tx
        .update(drafts)
        .set({ ...kept, version: sql`uuidv7()` })
        .where(and(of(me, composer), eq(drafts.version, began)))
        .returning(given))
  if (!row) throw changedElsewhere()
  await toOwnBrowsers(tx, me)
  return row
}

/** Throws away what was begun in a composer; where a version is said, that one alone. */
export async function throwDraft(
  tx: Tx,
  me: Writer,
  composer: Composer,
  began: string | undefined,
): Promise<Record<string, never>> {
  const here = of(me, composer)
  const gone = await tx
    .delete(drafts)
    .where(began ? and(here, eq(drafts.version, began)) : here)
    .returning({ id: drafts.id })
  if (gone.length > 0) await toOwnBrowsers(tx, me)
  else if (await draftIn(tx, me, composer)) throw changedElsewhere()
  return {}
}

/** What was begun is sent: it is a draft no more, in whichever browser it stands. One that is gone already is no matter. */
export async function sendDraft(tx: Tx, me: Writer, draft: { id: string } | undefined): Promise<void> {
  if (!draft) return
  await tx.delete(drafts).where(and(eq(drafts.id, draft.id), eq(drafts.authorId, me.id)))
  await toOwnBrowsers(tx, me)
}

/** Drafts of posts that were begun on the pages of groups, the last first. */
export const draftsOnPages = (tx: Tx, me: Writer, limit: number): Promise<DraftRow[]> =>
  tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.authorId, me.id), eq(drafts.kind, 'post'), isNotNull(drafts.placeId)))
    .orderBy(desc(drafts.savedAt))
    .limit(limit)

/** From now on it stands in the composer that begins with no group. */
export async function takeOffPage(tx: Tx, { id }: DraftRow, beside: object): Promise<DraftRow | null> {
  const [row] = await tx.update(drafts).set({ placeId: null, beside }).where(eq(drafts.id, id)).returning()
  return row ?? null
}

const of = (me: Writer, { kind, placeId }: Composer) =>
  and(
    eq(drafts.authorId, me.id),
    eq(drafts.kind, kind),
    placeId === null ? isNull(drafts.placeId) : eq(drafts.placeId, placeId),
  )

const toOwnBrowsers = (tx: Tx, me: Writer): Promise<void> => signalTo(tx, 'drafts.changed', [me.id])

const changedElsewhere = () =>
  refused('DRAFT_CHANGED', 'This draft was changed, sent or thrown away somewhere else. Look at it before you go on.')
