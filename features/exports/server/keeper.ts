import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { found, invalid, notFound, refused } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { getMember } from '#features/groups/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { makeExport } from './jobs.ts'
import { recordable, sightOf } from './rights.ts'
import { exports } from './tables.ts'

/** How many one person may ask for in 24 hours. */
const mostADay = 10
const day = 86_400_000

interface Asked {
  id: string
  /** Somebody from outside who is given what they could see; left out for oneself. */
  personId?: string | undefined
  from?: string | null | undefined
  to?: string | null | undefined
}

/** Begins the record of a group (GRP-11): for its owner, or for somebody from outside who is in it, read as that person. */
export async function askForRecord(platform: Platform, me: Me, asked: Asked): Promise<{ id: string }> {
  const { personId, from = null, to = null } = asked
  const readerId = personId ?? me.id
  const { spaceId } = await asPerson(platform.database, me.id, async (tx) => {
    const group = await recordable(tx, me, asked.id)
    if (readerId !== me.id && (await getMember(tx, asked.id, readerId)).person.kind !== 'external')
      throw refused('RECORD_FOR_EXTERNALS', 'A record is given to people from outside. Choose one of them.')
    return group
  })
  if (from && to && from > to) throw invalid('to', 'The period ends before it begins.')
  const sight = await asPerson(platform.database, readerId, (tx) => sightOf(tx, spaceId))
  if (sight.length === 0) throw notFound()
  return asKeeper(platform.database, async (tx) => {
    if (await running(tx, me))
      throw refused('RECORD_RUNNING', 'One is being made for you already. Wait until it is ready.')
    return begin(tx, platform, me, { readerId, groupId: asked.id, fromDay: from, toDay: to, sight })
  })
}

/** Begins a copy of one's own data (PPL-11). While one is being made, that is the answer. */
export function askForOwn(platform: Platform, me: Me): Promise<{ id: string }> {
  return asKeeper(
    platform.database,
    async (tx) =>
      (await running(tx, me, true)) ??
      begin(tx, platform, me, { readerId: me.id, groupId: null, fromDay: null, toDay: null, sight: [] }),
  )
}

/** What is being made for somebody who asks; two browsers that ask at once are answered one after the other. */
async function running(tx: Tx, me: Me, own = false): Promise<{ id: string } | undefined> {
  await tx.execute(sql`select id from people where id = ${me.id} for update`)
  const [one] = await tx
    .select({ id: exports.id })
    .from(exports)
    .where(
      and(
        eq(exports.askedBy, me.id),
        isNull(exports.finishedAt),
        isNull(exports.failedAt),
        own ? isNull(exports.groupId) : undefined,
      ),
    )
  return one
}

type Begun = Pick<typeof exports.$inferInsert, 'readerId' | 'groupId' | 'fromDay' | 'toDay' | 'sight'>

async function begin(tx: Tx, { jobs }: Platform, me: Me, begun: Begun): Promise<{ id: string }> {
  const since = gt(exports.askedAt, new Date(Date.now() - day))
  if ((await tx.$count(exports, and(eq(exports.askedBy, me.id), since))) >= mostADay)
    throw refused(
      'RECORDS_A_DAY',
      `At most ${mostADay} records and copies can be made in 24 hours. Try again tomorrow.`,
    )
  const here = and(eq(people.id, begun.readerId), isNull(people.dismissedAt))
  const [reader] = await tx.select({ id: people.id }).from(people).where(here)
  const [made] = await tx
    .insert(exports)
    .values({ ...begun, ...(await ownPlaceOf(tx, found(reader).id)), askedBy: me.id })
    .returning({ id: exports.id })
  await jobs.queue(tx, makeExport, found(made))
  return found(made)
}
