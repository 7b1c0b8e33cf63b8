import { ORPCError } from '@orpc/server'
import { and, eq, lt, sql } from 'drizzle-orm'
import { notFound } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { dismiss } from '#features/people/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import { sightOf } from '../../externals/server/keeper.ts'
import { matching, type Sight } from '../../externals/server/matching.ts'
import type { Failure } from '../contract.ts'
import { doWith, groupsFor, type Item } from './doing.ts'
import { externalActItems, externalActs } from '../../server/tables.ts'
import { aboutWhom } from './touching.ts'

/** After so long a job hands over to the next, so that it never comes near the time after which the queue takes it for lost. */
const shift = 60_000
/** So many of those with whom it could not be done are named. */
const named = 100

type Reason = Pick<Failure, 'code' | 'message'>
type ActRow = typeof externalActs.$inferSelect

/**
 * Does an act with one person after the other. Each is crossed off when it is done: broken off anywhere it goes on with the next, and the one
 * in hand is done again, which changes nothing.
 */
export const doAct: Job<{ id: string }> = {
  name: 'oversight.external-act',
  async run({ id }, platform) {
    const until = Date.now() + shift
    const { database, jobs } = platform
    while (await doNext(platform, id)) {
      if (Date.now() < until) continue
      await asKeeper(database, (tx) => jobs.queue(tx, doAct, { id }))
      return
    }
  },
}

/** Does an act with the next person; false when there is nobody left. */
export async function doNext({ database, log }: Platform, id: string): Promise<boolean> {
  const [act] = await asKeeper(database, (tx) => tx.select().from(externalActs).where(eq(externalActs.id, id)))
  if (!act || act.finishedAt) return false
  const [item] = await asKeeper(database, (tx) =>
    tx
      .select({ personId: externalActItems.personId, name: people.name, company: people.company })
      .from(externalActItems)
      .innerJoin(people, eq(people.id, externalActItems.personId))
      .where(eq(externalActItems.actId, id))
      .orderBy(externalActItems.personId)
      .limit(1),
  )
  if (!item) {
    await asKeeper(database, (tx) =>
      tx.update(externalActs).set({ finishedAt: new Date() }).where(eq(externalActs.id, id)),
    )
    return false
  }
  const failure = await attempt(database, act, item.personId).catch((error: unknown): Reason => {
    if (error instanceof ORPCError) return { code: String(error.code), message: reasonOf(error) }
    log.error({ error, act: id }, 'an act with many people stumbled over one of them')
    return { code: 'BROKEN', message: '' }
  })
  const { personId, name, company } = item
  await crossOff(database, act, personId, failure && { ...failure, personId, name, ...(company ? { company } : {}) })
  return true
}

/** Asks anew, as whoever asked for the act: whether they are still here, what they oversee now, and whether this person is among it. */
async function attempt(database: Database, act: ActRow, personId: string): Promise<Reason | null> {
  const asking = await whoAsked(database, act.askedBy)
  if (!asking) return { code: 'ASKER_GONE', message: '' }
  const { me, sight } = asking
  const item = await asKeeper(database, async (tx): Promise<Item | null> => {
    const filter = aboutWhom({ kind: act.kind, ids: [personId] })
    const { rows } = await tx.execute(sql`select p.id from people p where ${matching(sight, filter)}`)
    return rows.length > 0 ? { personId, groupIds: await groupsFor(tx, sight, act, personId) } : null
  })
  if (!item) return act.kind === 'dismiss' ? null : { code: 'NOT_THERE', message: '' }
  if (act.kind !== 'dismiss') await doWith(database, me, act, item)
  else if (me.administrator) await asKeeper(database, (tx) => dismiss(tx, me, { id: personId }))
  else throw notFound()
  return null
}

async function whoAsked(database: Database, id: string): Promise<{ me: Me; sight: Sight } | null> {
  const [person] = await asKeeper(database, (tx) => tx.select().from(people).where(eq(people.id, id)))
  if (person?.kind !== 'employee' || person.dismissedAt) return null
  return asPerson(database, id, async (tx) => {
    const { rows } = await tx.execute<{ yes: boolean }>(sql`select access.i_am_administrator() as yes`)
    const { kind, language } = person
    const me: Me = { id, kind, language, administrator: rows[0]?.yes ?? false, sessionId: null }
    return { me, sight: await sightOf(tx, me, { mine: false }) }
  })
}

/** What a refusal says: the sentence about its field, where it is about one. */
function reasonOf(error: ORPCError<string, unknown>): string {
  const { issues } = (error.data ?? {}) as { issues?: { message: string }[] }
  return issues?.[0]?.message ?? error.message
}

async function crossOff(database: Database, act: ActRow, personId: string, failure: Failure | null): Promise<void> {
  await asKeeper(database, async (tx) => {
    const mine = and(eq(externalActItems.actId, act.id), eq(externalActItems.personId, personId))
    const { rowCount } = await tx.delete(externalActItems).where(mine)
    // Somebody else had it in hand too.
    if (!rowCount) return
    const { done, failed, failures } = externalActs
    const told = failure && {
      failed: sql`${failed} + 1`,
      failures: sql`case when jsonb_array_length(${failures}) < ${named} then ${failures} || ${JSON.stringify([failure])}::jsonb else ${failures} end`,
    }
    await tx
      .update(externalActs)
      .set({ done: sql`${done} + 1`, ...told })
      .where(eq(externalActs.id, act.id))
  })
}

const kept = 30 * 86_400_000

/** Forgets what was done to whom, a month after it was. */
export const forgetActs: Job = {
  name: 'oversight.forget-acts',
  cron: '50 3 * * *',
  async run(_data, { database }) {
    const before = new Date(Date.now() - kept)
    await asKeeper(database, (tx) => tx.delete(externalActs).where(lt(externalActs.finishedAt, before)))
  },
}
