import { ORPCError } from '@orpc/server'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import { found, notFound, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import type { GroupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { readAddresses } from '../../server/addresses.ts'
import { notClosed } from '../../server/open.ts'
import { ruleAgainst, rulesAgainstHolders } from '../../server/rules.ts'
import { groundOf, type Ground } from '../../server/standing.ts'
import { invitations } from '../../server/tables.ts'
import type { LinkRow } from './links.ts'

/** Who asks to be let in by a link, by an address or a mobile number. */
export interface Asking {
  name: string
  email: string
  language?: Me['language']
  /** The portal's: of a number that names none. */
  country?: string | undefined
}

/** How long the letter to an address is good, in days; never longer than the link. */
const letterDays = 3
/** Letters of one link in an hour, to one address in all, and how soon after one another, in seconds. */
const most = { anHour: 100, each: 5, pause: 60 }

type Open = Ground & { group: GroupRow }

/** What a link stands on, as an invitation by whoever made it: directly while they may, through the lobby while members may. For the keeper. */
export async function standingOfLink(tx: Tx, link: LinkRow): Promise<Open> {
  const asked = {
    groupId: link.groupId,
    role: 'member',
    accessUntil: link.accessUntil,
    personId: null,
    throughLobby: true,
  } as const
  const ground = await groundOf(tx, { ...asked, invitedBy: link.madeBy })
  const rule = ground && (await ruleAgainst(tx, { ...ground, invitation: comingBy(link) }))
  if (!ground?.group || (rule && rule !== 'DOMAIN_NOT_ALLOWED')) throw notFound()
  return { ...ground, group: ground.group }
}

const comingBy = ({ id: linkId, purpose, accessUntil }: LinkRow, email = '') => ({
  email,
  linkId,
  purpose,
  accessUntil,
})

/**
 * Writes down that somebody asks, and which letter is to be written; null where none is due. Nothing looks whether the address is known, and
 * nobody in the group learns of it: it is entered when they come through the letter. For the keeper, who holds the link.
 */
export async function askByLink(
  tx: Tx,
  link: LinkRow,
  { name, email, language, country }: Asking,
): Promise<{ id: string; sending: number } | null> {
  const ground = await standingOfLink(tx, link)
  const { address } = found(readAddresses([email], { language, country })[0])
  const rule = await ruleAgainst(tx, { ...ground, invitation: comingBy(link, address.normalised) })
  if (rule) throw refused(rule, rulesAgainstHolders[rule])
  const sentAt = new Date()
  const expiresAt = new Date(Math.min(link.expiresAt.getTime(), sentAt.getTime() + letterDays * 86_400_000))
  const about = { name, language: language ?? ground.inviter.language, sentAt, expiresAt, tokenHash: null }
  const theirs = and(eq(invitations.linkId, link.id), eq(invitations.email, address.normalised), notClosed())
  const [present] = await tx.select().from(invitations).where(theirs)
  if (present) {
    if (present.sending >= most.each || present.sentAt > new Date(sentAt.getTime() - most.pause * 1000)) return null
    await mustNotBeTooMany(tx, link)
    const [renewed] = await tx
      .update(invitations)
      .set({ ...about, sending: sql`${invitations.sending} + 1` })
      .where(eq(invitations.id, present.id))
      .returning()
    return found(renewed)
  }
  await mustNotBeTooMany(tx, link)
  const { spaceId, audienceId, groupId, madeBy: invitedBy, purpose, accessUntil } = link
  const [made] = await tx
    .insert(invitations)
    .values({
      ...about,
      spaceId,
      audienceId,
      groupId,
      invitedBy,
      linkId: link.id,
      purpose,
      accessUntil,
      email: address.normalised,
      address: address.text,
      throughLobby: true,
    })
    .returning()
  return found(made)
}

async function mustNotBeTooMany(tx: Tx, link: LinkRow): Promise<void> {
  const lately = gt(invitations.sentAt, new Date(Date.now() - 3_600_000))
  const [sent] = await tx
    .select({ n: count() })
    .from(invitations)
    .where(and(eq(invitations.linkId, link.id), lately))
  if ((sent?.n ?? 0) >= most.anHour)
    throw new ORPCError('TOO_MANY_TRIES', {
      status: 429,
      message: 'Very many people ask through this link at present. Try again in an hour.',
    })
}
