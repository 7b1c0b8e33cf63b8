import { and, eq, isNull, sql } from 'drizzle-orm'
import { found, invalid, notFound } from '#access/errors.ts'
import { mustBeFresh } from '#access/procedures.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { sightOf } from '../../externals/server/keeper.ts'
import { matching, type Sight } from '../../externals/server/matching.ts'
import { mostCounted } from '../../externals/server/queries.ts'
import type { Act, ActPreview, AskedAct } from '../contract.ts'
import { doAct } from './jobs.ts'
import { actIn, mustBeSaid } from './queries.ts'
import { externalActItems, externalActs } from '../../server/tables.ts'
import { aboutWhom, countTouched, touched } from './touching.ts'

/** What an act would do to those whom the person asking oversees. */
export async function previewAct(database: Database, tx: Tx, me: Me, asked: AskedAct): Promise<ActPreview> {
  mustBeSaid(me, asked)
  const sight = await sightOf(tx, me, { mine: asked.matching?.mine ?? false })
  return asKeeper(database, async (keeper) => {
    await mustBeInSight(keeper, sight, asked)
    return countTouched(keeper, sight, asked)
  })
}

/**
 * Begins an act: those with whom there is something to do are written down now, and a job does it with one after the other by the very verbs of the single acts, which
 * ask again whether it may be done. Dismissing many asks for a fresh proof.
 */
export async function startAct({ database, jobs }: Platform, tx: Tx, me: Me, asked: AskedAct): Promise<Act> {
  mustBeSaid(me, asked)
  if (asked.kind === 'dismiss') mustBeFresh(me)
  const sight = await sightOf(tx, me, { mine: asked.matching?.mine ?? false })
  return asKeeper(database, async (keeper) => {
    const { kind, until, groupId, sponsorId } = asked
    await mustBeInSight(keeper, sight, asked)
    if (sponsorId) await mustWorkHere(keeper, sponsorId)
    const [made] = await keeper
      .insert(externalActs)
      .values({ ...(await ownPlaceOf(keeper, me.id)), askedBy: me.id, kind, until, groupId, sponsorId, total: 0 })
      .returning()
    const act = found(made)
    const { rowCount } = await keeper.execute(
      sql`insert into ${externalActItems} (act_id, person_id) select ${act.id}::uuid, p.id from people p where ${matching(sight, aboutWhom(asked))} and ${touched(sight, asked)} limit ${mostCounted + 1}`,
    )
    const total = rowCount ?? 0
    if (total > mostCounted)
      throw invalid('matching', `At most ${mostCounted} people at once. Narrow the list by a filter, and do it again.`)
    await keeper.update(externalActs).set({ total }).where(eq(externalActs.id, act.id))
    await jobs.queue(keeper, doAct, { id: act.id })
    return actIn({ ...act, total })
  })
}

/** A group that whoever asks does not know of is one that does not exist. */
async function mustBeInSight(tx: Tx, { spaces }: Sight, { groupId }: AskedAct): Promise<void> {
  if (!groupId) return
  const [group] = await tx.select({ spaceId: groups.spaceId }).from(groups).where(eq(groups.id, groupId))
  if (!group || (spaces && !spaces.includes(group.spaceId))) throw notFound()
}

async function mustWorkHere(tx: Tx, id: string): Promise<void> {
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, id), eq(people.kind, 'employee'), isNull(people.dismissedAt)))
  if (!person) throw invalid('sponsorId', 'Choose somebody who works here.')
}
