import { eq, sql, type SQL } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { groupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { whereNamed } from '../../addressing/server/queries.ts'
import { addressees } from '../../addressing/server/tables.ts'
import { isNamed, lookedFor } from '../../reading/server/filters.ts'

/** What is looked for, and where. */
export interface Sought {
  words: string[]
  group?: string | undefined
  person?: string | undefined
  unread?: boolean | undefined
  favourites?: boolean | undefined
  toConfirm?: boolean | undefined
  tag?: string | undefined
  after?: string | undefined
}

/** Comes after all ids. */
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** So many rows are looked at one by one, the newest of each shelf, before the index of words is asked. */
const atHand = 12_000

/** What must stand in it. */
export const all = (words: string[]): SQL => sql`access.asked_words(${sql.param(words)}::text[], '', '&')`

/** Ids of what might be found, newest first: no more than `most`. What of it the person asking really reads is said by the rules. */
export async function findCandidates(tx: Tx, me: Pick<Me, 'kind'>, sought: Sought, most: number): Promise<string[]> {
  const { words, group, person = null, unread, favourites, toConfirm, tag, after = last } = sought
  const naming = person ? await roomsNaming(tx, me, person) : null
  const within = group ? await ofGroup(tx, group) : null
  const rooms = within ? within.flatMap(({ id, spaceId }) => ((naming?.includes(spaceId) ?? true) ? [id] : [])) : naming
  if (rooms?.length === 0) return []
  const few =
    unread || favourites || toConfirm || tag
      ? lookedFor(
          { unread, favourites, toConfirm, tag },
          { spaceId: within?.[0]?.spaceId, beside: group ? whereNamed(group) : undefined },
        )
      : undefined
  if (!few) {
    const { rows } = await tx.execute<{ ids: string[] }>(
      sql`select access.found_words('post_words', 'feed', ${sql.param(words)}::text[], ${after}::uuid, ${rooms && sql.param(rooms)}::uuid[], ${person}::uuid, ${most}, ${atHand}) as ids`,
    )
    return rows[0]?.ids ?? []
  }
  const { rows } = await tx.execute<{ id: string }>(sql`
    select w.id from post_words w where w.post_id = any (${few}) and w.words @@ ${all(words)} and w.id < ${after}
      and ${rooms ? sql`(w.space_id = any (${sql.param(rooms)}::uuid[]) or w.audience_id = any (${sql.param(rooms)}::uuid[]))` : sql`true`} and ${person ? sql`w.author_id = ${person}` : sql`true`}
    order by w.id desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** Where what one reads of a group stands: in its space, and in audiences of the portal in which it is addressed together with others. */
async function ofGroup(tx: Tx, group: string): Promise<{ id: string; spaceId: string }[]> {
  const { spaceId } = await groupRow(tx, group)
  const beside = await tx
    .select({ id: addressees.audienceId, spaceId: addressees.spaceId })
    .from(addressees)
    .where(eq(addressees.groupId, group))
  return [{ id: spaceId, spaceId }, ...beside]
}

/** The spaces in which somebody is named to the person asking: elsewhere they have said nothing (GRP-7). Null is everywhere. */
async function roomsNaming(tx: Tx, me: Pick<Me, 'kind'>, person: string): Promise<string[] | null> {
  if (me.kind === 'employee') {
    const { rowCount } = await tx.execute(sql`select 1 from people where id = ${person}`)
    return rowCount ? null : []
  }
  const { rows } = await tx.execute<{ id: string }>(
    sql`select room.space_id as id from groups room where ${isNamed(sql`${person}::uuid`, sql`room.id`, sql`room.space_id`)}
      union all select s.id from spaces s where s.kind = 'portal' and ${isNamed(sql`${person}::uuid`, sql`null`, sql`s.id`)}`,
  )
  return rows.map(({ id }) => id)
}
