import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { asPerson } from '#access/signed-in.ts'
import { readerAt } from '#access/who.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import type { NoticeKind } from '../../kinds/contract.ts'
import { noticeSettings } from '../../server/tables.ts'
import { composePush } from './compose.ts'
import { pushSubscriptions } from './tables.ts'

interface Pushing {
  noticeId: string
  /** The subscription. */
  device: string
}

/**
 * Pushes one notice to one browser, as its person reads it at this moment, if they are still signed in there. One job for each, so that a service that is away
 * keeps nothing else back and nothing is sent again. What a kill breaks off is done again; a browser shows each notice once.
 */
export const sendPush: Job<Pushing> = {
  name: 'notices.push',
  atOnce: 8,
  async run({ noticeId, device }, platform) {
    const { database, push } = platform
    const [to] = await asKeeper(database, (tx) =>
      tx
        .select()
        .from(pushSubscriptions)
        .where(and(eq(pushSubscriptions.id, device), eq(pushSubscriptions.madeWith, push.publicKey))),
    )
    const me = to && (await readerAt(platform, to.sessionId))
    if (!me || me.id !== to.personId) return
    const message = await asPerson(database, me.id, (tx) => composePush(tx, me, { noticeId, device }))
    if (!message || (await push.send(to, message)) !== 'gone') return
    await asKeeper(database, (tx) =>
      // Unless it has another address by now.
      tx
        .delete(pushSubscriptions)
        .where(and(eq(pushSubscriptions.id, device), eq(pushSubscriptions.endpoint, to.endpoint))),
    )
  },
}

/** Queues what is pushed of notices of one kind that were just made, in the transaction that made them. For the keeper. */
export async function queuePushes(
  tx: Tx,
  { jobs, push }: Pick<Platform, 'jobs' | 'push'>,
  kind: NoticeKind,
  made: { id: string; personId: string }[],
): Promise<void> {
  if (made.length === 0) return
  const off = and(eq(noticeSettings.personId, pushSubscriptions.personId), eq(noticeSettings.kind, kind))
  const devices = await tx
    .select({ id: pushSubscriptions.id, personId: pushSubscriptions.personId })
    .from(pushSubscriptions)
    .leftJoin(noticeSettings, off)
    .where(
      and(
        inArray(
          pushSubscriptions.personId,
          made.map(({ personId }) => personId),
        ),
        eq(pushSubscriptions.madeWith, push.publicKey),
        isNull(noticeSettings.pushOffAt),
      ),
    )
  const noticeOf = new Map(made.map(({ id, personId }) => [personId, id]))
  for (const { id: device, personId } of devices)
    await jobs.queue(tx, sendPush, { noticeId: noticeOf.get(personId) ?? '', device })
}

/** Takes away what was made with a key that the portal has no more: its service takes nothing from us. */
export const forgetPushes: Job = {
  name: 'notices.forget-pushes',
  cron: '40 3 * * *',
  async run(_data, { database, push }) {
    const old = sql`${pushSubscriptions.createdAt} < now() - interval '30 days'`
    await asKeeper(database, (tx) =>
      tx.delete(pushSubscriptions).where(and(ne(pushSubscriptions.madeWith, push.publicKey), old)),
    )
  },
}
