import { eq, sql } from 'drizzle-orm'
import { asPerson, type Me } from '#access/signed-in.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { rehearse, type LookAs } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { From } from '../../../contract.ts'
import type { FirstPreview, OpeningPreview, SeenFromOutside } from '../../../opening/contract.ts'
import { invitesAs } from '../../inviting.ts'
import { isLarge } from '../../isolation/large.ts'
import { movers } from '../../isolation/movers.ts'
import { turnPage } from '../../isolation/pages.ts'
import { enter } from '../../membership.ts'
import { getGroup, groupRow, type GroupRow } from '../../queries.ts'
import { invitedInto, isExpected } from '../../slots.ts'
import { groups, type Isolation } from '../../tables.ts'
import { awaitsFirst } from '../first.ts'
import { mustOwnClosed, open } from '../keeper.ts'
import { countSeen, makeSomebody, withoutPast } from './looking.ts'
import { returningInto } from './returning.ts'

/** Of those who come with the opening so many are named. */
const named = 5

/**
 * What somebody from outside would see of a group that is opened to them, with its past and without (GRP-3): the group is opened, somebody is let
 * in and looks, and all of it is taken back. A large group is opened without turning a page or keeping anybody apart, which would write
 * for seconds: what would have moved by that is counted instead.
 */
export async function previewOpening(
  database: Database,
  me: Me,
  groupId: string,
  isolation: Isolation,
): Promise<OpeningPreview> {
  const group = await mustOwnClosed(database, me, groupId)
  const { large, ...comers } = await asKeeper(database, async (tx) => {
    const back = await returningInto(tx, groupId, named)
    const asked = await invitedInto(tx, groupId, named)
    return {
      large: await isLarge(tx, group),
      returning: back.count,
      returningPeople: back.some,
      invited: asked.count,
      invitedPeople: asked.some,
    }
  })
  if (large) {
    const everything = await rehearse(database, (tx, lookAs) => seenOfLarge(tx, lookAs, group, isolation))
    return { ...comers, everything, fromNow: withoutPast(everything) }
  }
  const look = (from: From) =>
    rehearse(database, async (tx, lookAs) => lookAround(tx, lookAs, await open(tx, groupId, { from, isolation })))
  return { ...comers, everything: await look('everything'), fromNow: await look('now') }
}

/** The same before the first from outside comes into a group that is open to them; null where there is nothing to choose. For whoever lets people in. */
export async function previewFirst(database: Database, me: Me, groupId: string): Promise<FirstPreview | null> {
  const group = await asPerson(database, me.id, async (tx) => {
    const { mine } = await getGroup(tx, groupId)
    const row = await groupRow(tx, groupId)
    return invitesAs(row, mine, me.kind) ? row : null
  })
  const waiting =
    group &&
    (await asKeeper(database, async (tx) =>
      (await awaitsFirst(tx, group))
        ? { expected: await isExpected(tx, groupId), large: await isLarge(tx, group) }
        : null,
    ))
  if (!waiting) return null
  const { expected, large } = waiting
  const everything = await rehearse(database, (tx, lookAs) => lookAround(tx, lookAs, group))
  const turned = (tx: Tx) => turnPage(tx, group, 'the team')
  const fromNow = large
    ? withoutPast(everything)
    : await rehearse(database, async (tx, lookAs) => {
        await turned(tx)
        return lookAround(tx, lookAs, await groupRow(tx, groupId))
      })
  return { expected, everything, fromNow }
}

/** Lets somebody new in and counts what they see. */
async function lookAround(tx: Tx, lookAs: LookAs, group: GroupRow): Promise<SeenFromOutside> {
  const id = await makeSomebody(tx)
  await enter(tx, group, { id, kind: 'external' }, 'member')
  return lookAs(id, (seen) => countSeen(seen, group, id))
}

/** What somebody would see of a large group, kept apart or not: they look at it as if nobody were, and what is not theirs then is taken off. */
async function seenOfLarge(
  tx: Tx,
  lookAs: LookAs,
  { id, spaceId, audienceId, history }: GroupRow,
  isolation: Isolation,
): Promise<SeenFromOutside> {
  await tx.update(groups).set({ isolation: 'open', history: 'everything' }).where(eq(groups.id, id))
  const seen = await lookAround(tx, lookAs, await open(tx, id, { from: 'everything', isolation: 'open' }))
  if (isolation !== 'open') {
    seen.people = seen.colleagues
    for (const { of, wouldMove } of movers()) {
      const ids = wouldMove({ spaceId, shared: (audience) => sql`${audience} = ${audienceId}` })
      const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${ids}) moving`)
      seen[of] = Math.max(0, seen[of] - (rows[0]?.n ?? 0))
    }
  }
  if (isolation === 'voice') Object.assign(seen, { people: 0, colleagues: 0 })
  return history === 'joining' ? withoutPast(seen) : seen
}
