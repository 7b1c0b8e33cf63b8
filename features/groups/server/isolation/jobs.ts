import { eq, lt, sql } from 'drizzle-orm'
import { spaces } from '#access/tables.ts'
import { tell } from '#events/tell.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Job } from '#platform/job.ts'
import type { Platform } from '#platform/platform.ts'
import { groupChanged } from '../../events.ts'
import type { GroupRow } from '../queries.ts'
import { groups, groupSeparations, type Isolation } from '../tables.ts'
import { passesOf, separate, separatePiece, sharedIn } from './separate.ts'

type SeparationRow = typeof groupSeparations.$inferSelect

/** Rows that one transaction goes through: few enough that nobody in the group waits for long. */
const pieceSize = 1000
/** After so long a job hands over to the next, so that it never comes near the time after which the queue takes it for lost. */
const shift = 60_000

/**
 * Begins to separate a large group (GRP-7). From this transaction on nobody from outside reads anything there, until the job has brought all of it
 * to where it belongs: whatever goes wrong in between, nobody reads what is not theirs. Those who work there go on as before. For the keeper.
 */
export async function startSeparating(
  tx: Tx,
  { jobs }: Platform,
  group: GroupRow,
  { isolation, by, team }: { isolation: Isolation; by: string; team: string },
): Promise<void> {
  await tx.update(spaces).set({ externalSince: null }).where(eq(spaces.id, group.spaceId))
  await tx.update(groups).set({ isolation }).where(eq(groups.id, group.id))
  const [made] = await tx
    .insert(groupSeparations)
    .values({ spaceId: group.spaceId, audienceId: team, groupId: group.id, askedBy: by })
    .returning()
  if (made) await jobs.queue(tx, separateGroup, { id: made.id })
}

/** Goes through a large group piece by piece. Broken off anywhere it goes on where it was: each piece is a transaction of its own. */
export const separateGroup: Job<{ id: string }> = {
  name: 'groups.separate',
  async run({ id }, { database, jobs }) {
    const until = Date.now() + shift
    let more = true
    while (more) {
      more = await asKeeper(database, async (tx) => {
        const goesOn = await separateSome(tx, id, pieceSize)
        if (!goesOn || Date.now() < until) return goesOn
        await jobs.queue(tx, separateGroup, { id })
        return false
      })
    }
  },
}

/** Does the next piece of a separation; false when it is done, or its group gone. */
export async function separateSome(tx: Tx, separationId: string, size: number): Promise<boolean> {
  const [separation] = await tx
    .select()
    .from(groupSeparations)
    .where(eq(groupSeparations.id, separationId))
    .for('update')
  if (!separation) return false
  // Whoever comes in or is taken out waits for this piece.
  const [group] = await tx.select().from(groups).where(eq(groups.id, separation.groupId)).for('no key update')
  if (!group) return false
  const passes = passesOf(group.isolation)
  const total = separation.total ?? (await countRows(tx, group, passes))
  const pass = passes[separation.pass]
  if (pass === undefined) {
    await finish(tx, separation, group)
    return false
  }
  const { rows, upTo } = await nextPiece(tx, { pass, group, after: separation.reached, size })
  if (upTo)
    await separatePiece(tx, group, pass, (id) =>
      separation.reached ? sql`${id} > ${separation.reached} and ${id} <= ${upTo}` : sql`${id} <= ${upTo}`,
    )
  await tx
    .update(groupSeparations)
    .set({
      total,
      moved: sql`least(${groupSeparations.moved} + ${rows}, ${total}::int)`,
      movedAt: new Date(),
      ...(rows < size ? { pass: separation.pass + 1, reached: null } : { reached: upTo }),
    })
    .where(eq(groupSeparations.id, separationId))
  return true
}

/** In the order of their ids, so that one pass goes through a table once, whatever moves meanwhile. */
async function nextPiece(
  tx: Tx,
  { pass, group, after, size }: { pass: string; group: GroupRow; after: string | null; size: number },
): Promise<{ rows: number; upTo: string | null }> {
  const { rows } = await tx.execute<{ rows: number; up_to: string | null }>(sql`
    select count(*)::int as rows, (array_agg(piece.id order by piece.id desc))[1] as up_to from (
      select id from ${sql.identifier(pass)} where space_id = ${group.spaceId} and ${after ? sql`id > ${after}` : sql`true`} order by id limit ${size}
    ) piece`)
  return { rows: rows[0]?.rows ?? 0, upTo: rows[0]?.up_to ?? null }
}

async function countRows(tx: Tx, group: GroupRow, passes: string[]): Promise<number> {
  const counts = passes.map(
    (name) => sql`(select count(*) from ${sql.identifier(name)} where space_id = ${group.spaceId})`,
  )
  const { rows } = await tx.execute<{ n: number }>(sql`select (${sql.join(counts, sql` + `)})::int as n`)
  return rows[0]?.n ?? 0
}

/**
 * The end: whoever writes at this moment is waited for, what came in meanwhile is moved too, and people from outside are let in again, if the
 * group is still open to them.
 */
async function finish(tx: Tx, separation: SeparationRow, group: GroupRow): Promise<void> {
  await tx.execute(
    sql`select from audiences where space_id = ${group.spaceId} and ${sharedIn(group)(sql`audiences.id`)} for update`,
  )
  await separate(tx, group.id, group.isolation)
  await tx.update(spaces).set({ externalSince: group.externalSince }).where(eq(spaces.id, group.spaceId))
  await tx.delete(groupSeparations).where(eq(groupSeparations.id, separation.id))
  await tell(tx, groupChanged, { about: group, data: { name: group.name }, by: separation.askedBy })
}

const lost = 10 * 60_000

/** Takes up again what no job works at any more, after failing too often: such a group must not stay closed. */
export const resumeSeparations: Job = {
  name: 'groups.resume-separations',
  cron: '*/10 * * * *',
  async run(_data, { database, jobs }) {
    await asKeeper(database, async (tx) => {
      const idle = lt(groupSeparations.movedAt, new Date(Date.now() - lost))
      for (const { id } of await tx.select({ id: groupSeparations.id }).from(groupSeparations).where(idle))
        await jobs.queue(tx, separateGroup, { id })
    })
  },
}
