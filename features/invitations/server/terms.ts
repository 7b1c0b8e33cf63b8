import { ORPCError } from '@orpc/server'
import { and, count, eq, isNull } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import { members } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Terms } from '../contract.ts'
import { roleIn } from './queries.ts'
import { contentsIn } from './slots.ts'

/** What the panel says before anything is sent: how one invites here, as what, and what the invited will find. Under the rules of whoever asks. */
export async function termsFor(
  tx: Tx,
  me: Me,
  group: GroupRow,
  ask: {
    way: () => Promise<Pick<Terms, 'way' | 'purpose' | 'mostDays' | 'first'>>
    adds: () => Promise<boolean>
    links: () => Promise<boolean>
  },
): Promise<Terms> {
  const role = await roleIn(tx, group.id, me.id)
  const way = await ask.way().then(
    (answer) => ({ ...answer, refusal: null }),
    (error: unknown) => ({ ...refused, refusal: ruleOf(error) }),
  )
  const [there] = await tx
    .select({ n: count() })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(members.groupId, group.id),
        isNull(members.lapsedAt),
        group.isolation === 'open' ? undefined : eq(people.kind, 'employee'),
      ),
    )
  const keeps = me.kind === 'employee' && (role === 'owner' || role === 'moderator')
  return {
    ...way,
    adds: await ask.adds(),
    links: await ask.links(),
    moderators: keeps,
    // Where people from outside are kept apart, those who work here are all that is certain; in one voice not even they.
    members: group.isolation === 'voice' ? 0 : (there?.n ?? 0),
    ...(await contentsIn(tx, group)),
  }
}

const refused = { way: 'refused', purpose: false, mostDays: null, first: false } as const

function ruleOf(error: unknown): string {
  if (error instanceof ORPCError && error.status === 403) return String(error.code)
  throw error
}
