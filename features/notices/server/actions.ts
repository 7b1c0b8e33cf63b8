import { and, eq, isNull, sql } from 'drizzle-orm'
import { iAmEmployee, me as asking } from '#access/rules.ts'
import type { Me } from '#access/signed-in.ts'
import { signalTo } from '#events/signal.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Following } from '../contract.ts'
import { lookAt, thingsOf } from './looking.ts'
import { unreadAbout } from './queries.ts'
import { talk } from './slots.ts'
import { followings, notices } from './tables.ts'

type State = Following['state']

/** Marks notices of one's own as read: each of `ids` with all before it of the same, or all. Their other browsers hear of it. */
export async function readNotices(tx: Tx, me: Pick<Me, 'id'>, ids: string[] | undefined): Promise<{ read: number }> {
  const same = sql`exists (select from ${notices} m where ${among(sql`m.id`, ids ?? [])}
    and m.about_id = notices.about_id and m.happened = notices.happened and notices.id <= m.id)`
  const read = await tx
    .update(notices)
    .set({ readAt: new Date() })
    .where(and(eq(notices.personId, asking), isNull(notices.readAt), ids ? same : undefined))
    .returning({ id: notices.id })
  if (read.length > 0) await signalTo(tx, 'notices.changed', [me.id])
  return { read: read.length }
}

/** How the person asking is told of a thing, or of what is new in a group. One they do not see does not exist. */
export async function followingOf(tx: Tx, me: Pick<Me, 'id'>, id: string, of: 'thread' | 'group'): Promise<Following> {
  const { kind } = await lookAt(tx, id, of)
  const [row] = await tx.select().from(followings).where(eq(followings.aboutId, id))
  const state: State = row ? (row.mutedAt ? 'muted' : 'followed') : 'usual'
  const usually = of === 'group' ? isToldOfPosts(tx) : takesPart(tx, me, { kind, id })
  const told = state === 'followed' || (state === 'usual' && (await usually))
  return { state, told, unread: of === 'thread' ? await unreadAbout(tx, id) : [] }
}

/** Follows a thing or a group, mutes it, or leaves it as usual. */
export async function follow(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id, state }: { id: string; state: State },
  of: 'thread' | 'group',
): Promise<Following> {
  const { kind, spaceId } = await lookAt(tx, id, of)
  if (state === 'usual')
    await tx.delete(followings).where(and(eq(followings.personId, asking), eq(followings.aboutId, id)))
  else {
    const now = new Date()
    const set = state === 'muted' ? { mutedAt: now, followedAt: null } : { mutedAt: null, followedAt: now }
    await tx
      .insert(followings)
      .values({ personId: me.id, aboutId: id, aboutKind: kind, spaceId, ...set })
      .onConflictDoUpdate({ target: [followings.personId, followings.aboutId], set })
  }
  await signalTo(tx, 'notices.changed', [me.id])
  return followingOf(tx, me, id, of)
}

async function takesPart(tx: Tx, me: Pick<Me, 'id'>, { kind, id }: { kind: string; id: string }): Promise<boolean> {
  const partakers = (await thingsOf(kind)?.partakers(tx, id)) ?? []
  return partakers.includes(me.id) || (await talk().speakers(tx, id)).includes(me.id)
}

/** New posts are told to people from outside unless they say otherwise, and to those who work here if they ask for it. */
async function isToldOfPosts(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ works: boolean }>(sql`select ${iAmEmployee} as works`)
  return !rows[0]?.works
}
