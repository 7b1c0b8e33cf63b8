import type { Me } from '#access/signed-in.ts'
import { previewComing } from '#features/groups/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Waiting } from '../contract.ts'
import { companyExpected } from './company.ts'
import { wayIn, type Way } from './redeem.ts'
import type { Standing } from './standing.ts'

/** Who would come by an invitation at this moment, and how. */
interface Comer {
  standing: Standing
  way: Way
  companyId: string | undefined
}

/** What an invitation promises. */
interface Promised {
  /** How much waits in the group; null where nothing may be said of it. */
  waiting: Waiting | null
  /** Whether whoever comes will see there who invited them, and so may see their photo before. */
  showsInviter: boolean
}

/** Reads who would come by an invitation. For the keeper. */
export async function comerBy(tx: Tx, standing: Standing, me: Me | null): Promise<Comer> {
  const way = await wayIn(tx, standing, me)
  return { standing, way, companyId: standing.group ? await companyExpected(tx, standing.invitation) : undefined }
}

/**
 * What the holder of a letter will find, counted by the very rules that will hold for them. Whoever is turned away, or waits in the lobby, is promised
 * nothing of the group.
 */
export async function promisedBy(database: Database, { standing, way, companyId }: Comer): Promise<Promised> {
  const { invitation, group, inviter, into } = standing
  if (way.next === 'refused' || into === 'lobby') return { waiting: null, showsInviter: false }
  // Those who work here see each other.
  if (!group) return { waiting: null, showsInviter: true }
  const { posts, tasks, people, knowsInviter } = await previewComing(database, group.id, {
    personId: way.personId,
    companyId,
    role: invitation.role,
    letInBy: inviter.id,
  })
  return { waiting: { posts, tasks, people }, showsInviter: knowsInviter }
}

/** What somebody new finds in a group, who belongs to no company: so nothing that was said to one is counted for whoever is about to invite. */
export async function waitingFor(database: Database, groupId: string): Promise<Waiting> {
  const { posts, tasks, people } = await previewComing(database, groupId, { role: 'member', from: 'everything' })
  return { posts, tasks, people }
}
