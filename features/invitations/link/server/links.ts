import { randomBytes } from 'node:crypto'
import { and, count, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import { hashed } from '#access/sessions.ts'
import type { Me } from '#access/signed-in.ts'
import { audienceOf } from '#access/spaces.ts'
import { people } from '#access/tables.ts'
import { invitersOf, letFirstIn, mustBeOpen, type GroupRow } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { holdGround } from '../../server/holding.ts'
import { expiry } from '../../server/open.ts'
import { mustMaySay, wayOfInviting, type Inviting } from '../../server/rights.ts'
import { mustLetInvite, readRules } from '../../server/rules.ts'
import { invitations, roomLinks } from '../../server/tables.ts'
import { lackingIn } from './lacking.ts'

export type LinkRow = typeof roomLinks.$inferSelect

const open = () => and(isNull(roomLinks.endedAt), gt(roomLinks.expiresAt, sql`now()`))

/** Those who work here have one link together; somebody from outside has their own, and knows of no other. */
const ofSameSide = (me: Me) => (me.kind === 'external' ? eq(roomLinks.madeBy, me.id) : madeByEmployee)
const madeByEmployee = sql`exists (select 1 from people p where p.id = ${roomLinks.madeBy} and p.kind = 'employee')`

/** Whether somebody may make links into this group. For the keeper. */
export async function makesLinks(tx: Tx, me: Me, group: GroupRow): Promise<boolean> {
  const way = await wayOfInviting(tx, me, group).catch(() => null)
  return way === 'directly' && (me.administrator || !(await readRules(tx)).approval)
}

/** The open links that somebody who invites directly may know, their own side's first. For the keeper. */
export async function listLinks(tx: Tx, me: Me, group: GroupRow) {
  await mustMakeLinks(tx, me, group)
  const mine = me.kind === 'external' ? eq(roomLinks.madeBy, me.id) : undefined
  const shared = sql<boolean>`${ofSameSide(me)}`
  const rows = await tx
    .select({ link: roomLinks, shared })
    .from(roomLinks)
    .where(and(eq(roomLinks.groupId, group.id), open(), mine))
    .orderBy(desc(shared), desc(roomLinks.id))
    .limit(200)
  const came = await cameBy(
    tx,
    rows.map(({ link }) => link.id),
  )
  const rules = await readRules(tx)
  return rows.map(({ link, ...row }) => ({
    ...row,
    link,
    came: came.get(link.id) ?? 0,
    lacking: lackingIn(link, rules, group.timeZone),
  }))
}

/** All open links into groups, the newest first. For the keeper, for an administrator. */
export async function allLinks(tx: Tx, { limit, after }: { limit: number; after?: string }) {
  const rows = await tx
    .select({ link: roomLinks, timeZone: groups.timeZone })
    .from(roomLinks)
    .innerJoin(groups, eq(groups.id, roomLinks.groupId))
    .where(and(open(), after ? lt(roomLinks.id, after) : undefined))
    .orderBy(desc(roomLinks.id))
    .limit(limit + 1)
  const came = await cameBy(
    tx,
    rows.map(({ link }) => link.id),
  )
  const rules = await readRules(tx)
  return rows.map(({ link, timeZone }) => ({
    link,
    came: came.get(link.id) ?? 0,
    lacking: lackingIn(link, rules, timeZone),
  }))
}

/** Makes the link of one's side anew; the one before dies, and with it the letters it sent. For the keeper, who holds the group. */
export async function renewLink(
  tx: Tx,
  me: Me,
  group: GroupRow,
  {
    seal,
    from,
    ...said
  }: Pick<Inviting, 'purpose' | 'accessUntil' | 'from'> & { seal: (text: string) => Promise<string> },
): Promise<LinkRow> {
  const rules = await readRules(tx)
  await mustMakeLinks(tx, me, group)
  mustBeOpen(group)
  mustLetInvite(rules, me)
  await mustMaySay(tx, me, group, { emails: [], ...said })
  await letFirstIn(tx, group.id, { from, by: me.id })
  // Two who make one at once come one after the other, because they hold the group: the second ends the first's.
  const before = and(eq(roomLinks.groupId, group.id), isNull(roomLinks.endedAt), ofSameSide(me))
  await tx.update(roomLinks).set({ endedAt: new Date() }).where(before)
  const token = randomBytes(32).toString('base64url')
  const team = found(await audienceOf(tx, group.spaceId, 'team'))
  const madeAt = new Date()
  const kept = { tokenHash: hashed(token), sealed: await seal(token) }
  const [made] = await tx
    .insert(roomLinks)
    .values({
      ...team,
      ...kept,
      ...said,
      groupId: group.id,
      madeBy: me.id,
      madeAt,
      expiresAt: expiry(madeAt, rules.days),
    })
    .returning()
  return found(made)
}

/** Switches a link off: whoever invites directly any that they may know, an administrator every one. For the keeper. */
export async function endLink(tx: Tx, me: Me, id: string): Promise<void> {
  const [link] = await tx.select().from(roomLinks).where(eq(roomLinks.id, id))
  if (!link) throw notFound()
  await holdGround(tx, { invitedBy: me.id, groupId: link.groupId })
  const [group] = await tx.select().from(groups).where(eq(groups.id, link.groupId))
  if (link.madeBy !== me.id && !me.administrator) {
    if (me.kind === 'external') throw notFound()
    await mustMakeLinks(tx, me, found(group))
  }
  const stillOpen = and(eq(roomLinks.id, id), isNull(roomLinks.endedAt))
  found((await tx.update(roomLinks).set({ endedAt: new Date() }).where(stillOpen).returning({ id: roomLinks.id }))[0])
}

/** The open link of a token, as it is at this moment. For the keeper. */
export async function linkByToken(tx: Tx, token: string): Promise<LinkRow> {
  const [link] = await tx
    .select()
    .from(roomLinks)
    .where(and(eq(roomLinks.tokenHash, hashed(token)), open()))
  return found(link)
}

/** The same, held with what it stands on until the end of the transaction. For the keeper. */
export async function heldLink(tx: Tx, token: string): Promise<LinkRow> {
  const { id, groupId, madeBy } = await linkByToken(tx, token)
  await holdGround(tx, { invitedBy: madeBy, groupId, linkId: id })
  return linkByToken(tx, token)
}

async function cameBy(tx: Tx, ids: string[]): Promise<Map<string | null, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: invitations.linkId, n: count() })
    .from(invitations)
    .where(and(inArray(invitations.linkId, ids), isNotNull(invitations.acceptedAt)))
    .groupBy(invitations.linkId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

async function mustMakeLinks(tx: Tx, me: Me, group: GroupRow): Promise<void> {
  const [here] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, me.id), isNull(people.dismissedAt)))
  found(here)
  if ((await wayOfInviting(tx, me, group)) === 'lobby') throw invitersOf(group)
  if ((await readRules(tx)).approval && !me.administrator)
    throw refused(
      'LINK_WITHOUT_APPROVAL',
      'In this portal an administrator looks at every invitation, so links into groups are made by administrators alone. Invite by letter instead.',
    )
}
