import { and, isNull, sql } from 'drizzle-orm'
import { invalid } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mustBeAmongStaff } from '../../server/staff.ts'
import type { NewAppreciation } from '../contract.ts'
import { appreciated, appreciations } from './tables.ts'

/** Appreciates colleagues in a post that was just written. They read it, so that they learn of it. */
export async function addAppreciation(
  tx: Tx,
  me: Pick<Me, 'id'>,
  post: Placed & { id: string },
  asked: NewAppreciation | undefined,
): Promise<void> {
  if (!asked) return
  await mustBeAmongStaff(tx, post)
  const ids = [...new Set(asked.people)]
  if (ids.includes(me.id)) throw invalid('appreciation', 'Appreciate others: you are among those you chose.')
  const place = { postId: post.id, spaceId: post.spaceId, audienceId: post.audienceId }
  if ((await colleaguesReading(tx, place.audienceId, ids)) < ids.length)
    throw invalid('appreciation', 'Choose people who work here and read what you post here.')
  await tx.insert(appreciations).values({ ...place, authorId: me.id, badge: asked.badge })
  await tx.insert(appreciated).values(ids.map((personId) => ({ ...place, personId })))
}

async function colleaguesReading(tx: Tx, audienceId: string, ids: string[]): Promise<number> {
  return tx.$count(
    people,
    and(
      among(people.id, ids),
      sql`${people.kind} = 'employee'`,
      isNull(people.dismissedAt),
      sql`${people.id} in (select access.readers_among_for_me(${audienceId}, ${sql.param(ids)}::uuid[], 'feed'))`,
    ),
  )
}
