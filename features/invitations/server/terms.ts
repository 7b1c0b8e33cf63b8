import { ORPCError } from '@orpc/server'
import type { Me } from '#access/signed-in.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Terms, Waiting } from '../contract.ts'
import { roleIn } from './queries.ts'

/** What the panel says before anything is sent: how one invites here, as what, and what the invited will find. Under the rules of whoever asks. */
export async function termsFor(
  tx: Tx,
  me: Me,
  group: GroupRow,
  ask: {
    way: () => Promise<Pick<Terms, 'way' | 'purpose' | 'mostDays' | 'first'>>
    adds: () => Promise<boolean>
    links: () => Promise<boolean>
    waiting: () => Promise<Waiting>
  },
): Promise<Terms> {
  const role = await roleIn(tx, group.id, me.id)
  const way = await ask.way().then(
    (answer) => ({ ...answer, refusal: null }),
    (error: unknown) => ({ ...refused, refusal: ruleOf(error) }),
  )
  const keeps = me.kind === 'employee' && (role === 'owner' || role === 'moderator')
  return {
    ...way,
    adds: await ask.adds(),
    links: await ask.links(),
    moderators: keeps,
    ofCompany: me.kind === 'employee' && group.isolation === 'company' && group.history === 'everything',
    waiting: way.refusal === null ? await ask.waiting() : { posts: 0, tasks: 0, people: 0 },
  }
}

const refused = { way: 'refused', purpose: false, mostDays: null, first: false } as const

function ruleOf(error: unknown): string {
  if (error instanceof ORPCError && error.status === 403) return String(error.code)
  throw error
}
