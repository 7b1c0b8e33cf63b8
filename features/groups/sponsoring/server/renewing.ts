import { and, eq } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { tell } from '#events/tell.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { memberRenewed } from '../../events.ts'
import { mustBeOpen } from '../../server/archive/open.ts'
import type { GroupRow } from '../../server/queries.ts'
import { longestTerm } from '../../server/slots.ts'
import { groups, members } from '../../server/tables.ts'
import { dayIn, daysAfter, isOver } from './days.ts'
import { takeUpStay } from './lapse.ts'
import { mayRenew, sponsorsOnly } from './rights.ts'
import { renewedUntil, termUntil } from './term.ts'

/** A membership with its group, held until the end of the transaction. */
export interface Stay {
  member: typeof members.$inferSelect
  group: GroupRow
}

/** The stay of somebody in a group. For the keeper. */
export async function holdStay(tx: Tx, groupId: string, personId: string): Promise<Stay> {
  const [group] = await tx.select().from(groups).where(eq(groups.id, groupId)).for('no key update')
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.groupId, groupId), eq(members.personId, personId)))
    .for('update')
  return { group: found(group), member: found(member) }
}

/**
 * Lets somebody stay: for as long again, until a day, or (null) for as long as they stay. Whoever may is asked again here, where it is held
 * (INV-11). Answers the last day. For the keeper.
 */
export async function renew(tx: Tx, me: Me, { member, group }: Stay, until?: string | null): Promise<string | null> {
  if (!(await mayRenew(tx, me, group.id, member.personId))) throw sponsorsOnly()
  mustBeOpen(group)
  const longest = await longestTerm(tx)
  const term =
    until === undefined && member.until !== null
      ? again({ ...member, until: member.until }, group.timeZone, longest)
      : termUntil(until ?? null, group.timeZone)
  if (until !== undefined) mustBeRight('until', until, { timeZone: group.timeZone, longest })
  await tx.update(members).set(term).where(eq(members.id, member.id))
  if (member.lapsedAt) await takeUpStay(tx, member, me.id)
  else await tellRenewed(tx, member, me)
  return term.until ?? null
}

function again(member: { until: string; termDays: number | null }, timeZone: string, longest: number | null) {
  const next = renewedUntil(member, timeZone, longest)
  return termUntil(next.until, timeZone, next.days)
}

/** Refuses a last day that is over, and what the portal's rule about last days does not let (INV-11). */
export function mustBeRight(
  field: string,
  until: string | null,
  { timeZone, longest }: { timeZone: string; longest: number | null },
): void {
  if (until !== null && isOver(until, timeZone))
    throw invalid(field, 'This date has passed. Choose one that lies ahead.')
  if (longest === null || (until !== null && until <= daysAfter(dayIn(timeZone), longest))) return
  throw invalid(
    field,
    `In this portal people from outside are let in for at most ${longest} days. Choose a last day within them.`,
  )
}

async function tellRenewed(tx: Tx, { groupId, spaceId, personId }: Stay['member'], me: Me): Promise<void> {
  const team = found(await audienceOf(tx, spaceId, 'team'))
  await tell(tx, memberRenewed, { about: { id: groupId, ...team }, data: { personId }, by: me.id })
}
