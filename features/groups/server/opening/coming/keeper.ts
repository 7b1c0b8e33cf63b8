import { and, eq } from 'drizzle-orm'
import { appearances, people } from '#access/tables.ts'
import { joinCircle } from '#access/spaces.ts'
import type { Database } from '#platform/database/database.ts'
import { rehearse } from '#platform/database/rehearse.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { From } from '../../../contract.ts'
import type { SeenFromOutside } from '../../../opening/contract.ts'
import { laneNow } from '../../isolation/lanes.ts'
import { seatMember } from '../../membership.ts'
import { groupRow, membersAmong, type GroupRow } from '../../queries.ts'
import { keepsPast } from '../first.ts'
import { countSeen, makeSomebody, withoutPast } from '../preview/looking.ts'

/** Who comes, and how. */
interface Coming {
  /** Somebody who is here already. */
  personId?: string | null
  /** Of somebody new. */
  companyId?: string | undefined
  role: 'moderator' | 'member'
  /** What is chosen for the first from outside, where it is being chosen. */
  from?: From
  /** Of whom it is asked whether the comer will know them there by name. */
  letInBy?: string
}

/** What somebody finds who comes, and whether they know there who let them in. */
type Finding = SeenFromOutside & { knowsInviter: boolean }

/**
 * What somebody from outside finds who comes into a group that is open to them: they, or somebody in their place, are seated, look, and all of it is
 * taken back (0010). Whoever looks at a letter waits for nobody and holds nobody up: so no page is turned before whoever reads nothing of the past (GRP-9),
 * no lane is opened where there is none yet, and nobody who is here already is touched.
 */
export function previewComing(database: Database, groupId: string, coming: Coming): Promise<Finding> {
  const { personId, from, letInBy } = coming
  return rehearse(database, async (tx, lookAs) => {
    const group = await groupRow(tx, groupId)
    const isThere = personId ? (await membersAmong(tx, groupId, [personId])).length > 0 : false
    const isKept = !isThere && (group.history === 'joining' || (await keepsPast(tx, group, from)))
    const id = personId && isThere ? personId : await seatSomebody(tx, group, coming)
    return lookAs(id, async (seen) => {
      const found = await countSeen(seen, group, id)
      const knowsInviter = letInBy !== undefined && (await isKnown(seen, group.spaceId, letInBy))
      return { ...(isKept ? withoutPast(found) : found), knowsInviter }
    })
  })
}

/** Seats somebody new where the one who comes will stand. */
async function seatSomebody(tx: Tx, group: GroupRow, { personId, companyId, role }: Coming): Promise<string> {
  const company = personId ? await companyOf(tx, personId) : companyId
  const id = await makeSomebody(tx, company)
  const lane =
    group.isolation === 'open'
      ? undefined
      : await laneNow(tx, group, { personId: personId ?? id, companyId: company ?? null })
  if (lane) await joinCircle(tx, lane.circleId, id)
  const { spaceId, audienceId } = lane ?? group
  await seatMember(tx, group, { id, kind: 'external' }, { role, place: { spaceId, audienceId } })
  return id
}

async function companyOf(tx: Tx, personId: string): Promise<string | undefined> {
  const [person] = await tx.select({ companyId: people.companyId }).from(people).where(eq(people.id, personId))
  return person?.companyId ?? undefined
}

/** Whether somebody is known by name to the person asking in this very group, whatever they know from elsewhere. */
async function isKnown(tx: Tx, spaceId: string, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: appearances.personId })
    .from(appearances)
    .where(and(eq(appearances.spaceId, spaceId), eq(appearances.personId, personId)))
    .limit(1)
  return row !== undefined
}
