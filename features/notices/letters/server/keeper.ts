import { ORPCError } from '@orpc/server'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { notFound } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { signalTo } from '#events/signal.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { noticeKinds, type NoticeKind } from '../../kinds/contract.ts'
import { lookAt } from '../../server/looking.ts'
import { followings, muteLinks, notices, noticeSettings } from '../../server/tables.ts'
import { usualLetter } from '../../settings/server/queries.ts'
import type { Muted, WaitingLetters } from '../contract.ts'

type Link = typeof muteLinks.$inferSelect

/** What a link mutes. Unknown, used and too old are one answer, and so is a link of somebody else than who is signed in. */
export const lookAtLink = (database: Database, token: string, who: Pick<Me, 'id'> | null): Promise<{ mutes: Muted }> =>
  asKeeper(database, async (tx) => {
    const { aboutId, aboutKind } = await linkOf(tx, token, who)
    return { mutes: aboutId === null ? 'gathered' : aboutKind === 'group' ? 'group' : 'thread' }
  })

/** Mutes for whoever got the letter. It tells nothing and opens nothing, so whoever has the link may do it; it can be undone in the portal. */
export const muteByLink = (
  database: Database,
  token: string,
  who: Pick<Me, 'id'> | null,
): Promise<Record<string, never>> =>
  asKeeper(database, async (tx) => {
    const link = await linkOf(tx, token, who)
    await tx.delete(muteLinks).where(eq(muteLinks.hash, link.hash))
    if (link.aboutId === null) await stopLetters(tx, link)
    else await mute(tx, link, link.aboutId)
    await signalTo(tx, 'notices.changed', [link.personId])
    return {}
  })

/** The same for a mail program, which asks nobody and is told nothing. */
export async function muteByOneClick(database: Database, token: string): Promise<void> {
  await muteByLink(database, token, null).catch((error: unknown) => {
    if (!(error instanceof ORPCError && error.code === 'NOT_FOUND')) throw error
  })
}

async function linkOf(tx: Tx, token: string, who: Pick<Me, 'id'> | null): Promise<Link> {
  const [link] = await tx
    .select()
    .from(muteLinks)
    .where(eq(muteLinks.hash, hashed(token)))
    .for('update')
  if (!link || (who && who.id !== link.personId)) throw notFound()
  return link
}

async function mute(tx: Tx, { personId, aboutKind, spaceId }: Link, aboutId: string): Promise<void> {
  if (spaceId === null) return
  const set = { mutedAt: new Date(), followedAt: null }
  await tx
    .insert(followings)
    .values({ personId, aboutId, aboutKind, spaceId, ...set })
    .onConflictDoUpdate({ target: [followings.personId, followings.aboutId], set })
}

/** Every kind that comes in letters of this pace comes in none any more. */
async function stopLetters(tx: Tx, { personId, aboutKind: pace }: Link): Promise<void> {
  const [person] = await tx.select({ kind: people.kind }).from(people).where(eq(people.id, personId))
  if (!person) return
  const chosen = await tx.select().from(noticeSettings).where(eq(noticeSettings.personId, personId))
  const paceOf = (kind: NoticeKind) => chosen.find((one) => one.kind === kind)?.letter ?? usualLetter(kind, person.kind)
  const stopped = (Object.keys(noticeKinds) as NoticeKind[]).filter((kind) => paceOf(kind) === pace)
  for (const kind of stopped)
    await tx
      .insert(noticeSettings)
      .values({ personId, kind, letter: 'off' })
      .onConflictDoUpdate({ target: [noticeSettings.personId, noticeSettings.kind], set: { letter: 'off' } })
}

/** So many are looked at; more people than that are counted as so many. */
const most = 1000

/**
 * Letters to people from outside that wait about what the person asking has said below a thing, or about the thing. Of those to whom they go nobody is
 * named or counted whom the person may not know there.
 */
export async function waitingLetters(
  database: Database,
  me: Pick<Me, 'id'>,
  id: string,
): Promise<{ items: WaitingLetters[] }> {
  const { spaceId } = await asPerson(database, me.id, (tx) => lookAt(tx, id, 'thread'))
  const rows = await asKeeper(database, (tx) =>
    tx
      .select({ saidId: notices.saidId, personId: notices.personId, at: notices.letterAt })
      .from(notices)
      .innerJoin(people, and(eq(people.id, notices.personId), eq(people.kind, 'external'), isNull(people.dismissedAt)))
      .where(
        and(
          eq(notices.aboutId, id),
          eq(notices.actorId, me.id),
          eq(notices.letter, 'once'),
          inArray(notices.happened, ['posted', 'written', 'announced', 'mentioned', 'commented']),
          isNull(notices.letterDoneAt),
          isNull(notices.readAt),
          gt(notices.letterAt, new Date()),
        ),
      )
      .orderBy(notices.letterAt, notices.id)
      .limit(most),
  )
  if (rows.length === 0) return { items: [] }
  return asPerson(database, me.id, async (tx) => {
    const room = await roomIn(tx, spaceId)
    const named = await namesIn(
      tx,
      [room],
      rows.map(({ personId }) => personId),
    )
    return {
      items: [...Map.groupBy(rows, ({ saidId }) => saidId)].flatMap(([saidId, of]) => {
        const [person, ...others] = of.flatMap(({ personId }) => named(personId, room) ?? [])
        const at = of[0]?.at
        return person && at ? [{ saidId, person, others: others.length, at }] : []
      }),
    }
  })
}
