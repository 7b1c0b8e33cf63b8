import { and, count, desc, eq, gt, or } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import { mustBeInBrowser } from '#access/procedures.ts'
import { sessions } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import { namesOf } from '#features/account/server/door.ts'
import { signalTo } from '#events/signal.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { PushState, Subscription } from '../contract.ts'
import { isPoint } from './points.ts'
import { pushSubscriptions } from './tables.ts'

/** In so many browsers somebody has push at most. */
const most = 20

/** In which browsers the person asking has push, the one used last first. */
export function readPush({ database, push }: Platform, me: Me): Promise<PushState> {
  return asKeeper(database, async (tx) => {
    const rows = await tx
      .select({
        id: pushSubscriptions.id,
        since: pushSubscriptions.createdAt,
        sessionId: sessions.id,
        userAgent: sessions.userAgent,
        lastUsedAt: sessions.lastUsedAt,
      })
      .from(pushSubscriptions)
      .innerJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
      .where(
        and(
          eq(pushSubscriptions.personId, me.id),
          eq(pushSubscriptions.madeWith, push.publicKey),
          gt(sessions.expiresAt, new Date()),
        ),
      )
      .orderBy(desc(sessions.lastUsedAt))
    return {
      key: push.publicKey,
      here: me.sessionId,
      items: rows.map(({ userAgent, sessionId, ...row }) => ({
        ...row,
        ...namesOf(userAgent ?? ''),
        present: sessionId === me.sessionId,
      })),
    }
  })
}

/** The sign-ins of somebody in which push is on. */
export function sessionsWithPush(database: Database, me: Pick<Me, 'id'>): Promise<Set<string>> {
  return asKeeper(database, async (tx) => {
    const rows = await tx
      .select({ id: pushSubscriptions.sessionId })
      .from(pushSubscriptions)
      .where(eq(pushSubscriptions.personId, me.id))
    return new Set(rows.map(({ id }) => id))
  })
}

/** Turns push on in the browser that asks. Whoever had it there before, or another subscription of the same sign-in, has it no more. */
export async function turnPushOn(platform: Platform, me: Me, { endpoint, keys }: Subscription): Promise<PushState> {
  const sessionId = mustBeInBrowser(me)
  const { database, push } = platform
  if (!push.takes(endpoint)) throw invalid('endpoint', 'This is not the address of a push service.')
  if (!isPoint(keys.p256dh)) throw invalid('keys', 'This is not a key of a browser.')
  await asKeeper(database, async (tx) => {
    await tx
      .delete(pushSubscriptions)
      .where(or(eq(pushSubscriptions.endpoint, endpoint), eq(pushSubscriptions.sessionId, sessionId)))
    await mustHaveRoom(tx, me.id)
    const row = { personId: me.id, sessionId, endpoint, ...keys, madeWith: push.publicKey }
    // Of two tabs that turn it on at once the later one stays.
    await tx
      .insert(pushSubscriptions)
      .values(row)
      .onConflictDoUpdate({ target: pushSubscriptions.endpoint, set: { ...row, createdAt: new Date() } })
    await signalTo(tx, 'notices.changed', [me.id])
  })
  return readPush(platform, me)
}

/** Turns push off in a browser of one's own. */
export async function turnPushOff({ database }: Platform, me: Me, id: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    const own = and(eq(pushSubscriptions.id, id), eq(pushSubscriptions.personId, me.id))
    found((await tx.delete(pushSubscriptions).where(own).returning({ id: pushSubscriptions.id }))[0])
    await signalTo(tx, 'notices.changed', [me.id])
  })
}

async function mustHaveRoom(tx: Tx, personId: string): Promise<void> {
  const theirs = eq(pushSubscriptions.personId, personId)
  const [row] = await tx.select({ n: count() }).from(pushSubscriptions).where(theirs)
  if ((row?.n ?? 0) >= most)
    throw refused('TOO_MANY_DEVICES', `Push is on in ${most} browsers already. Turn it off in one of them first.`)
}
