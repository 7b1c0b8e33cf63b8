import type { RequestContext } from '#access/procedures.ts'
import { addressHeader } from '#access/sessions.ts'
import type { Me } from '#access/signed-in.ts'
import { lettersFrom, limited } from '#access/tries.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import { invitationLetter } from '../../server/jobs.ts'
import { anyGroup, heldGroup } from '../../server/keeper.ts'
import { readRules } from '../../server/rules.ts'
import type { Inviting } from '../../server/rights.ts'
import { inOneVoice } from '../../server/standing.ts'
import type { LinkLook } from '../contract.ts'
import { askByLink, standingOfLink, type Asking } from './asking.ts'
import { allLinks, endLink, heldLink, linkByToken, listLinks, renewLink } from './links.ts'

type Context = Pick<RequestContext, 'platform' | 'sessions'>

/** The open links into a group that the rules showed, with the addresses that may be copied. */
export async function linksInto({ platform, sessions }: Context, me: Me, groupId: string) {
  const rows = await asKeeper(platform.database, async (tx) => listLinks(tx, me, await anyGroup(tx, groupId)))
  return Promise.all(rows.map(async (row) => ({ ...row, url: row.shared ? await readAgain(row.link.sealed) : null })))

  // One that was sealed with another secret cannot be read any more; a new one can be made.
  async function readAgain(sealed: string): Promise<string | null> {
    const token = await sessions.unseal(sealed).catch(() => null)
    return token && new URL(`/room/${token}`, platform.settings.url).href
  }
}

/** A page of all open links, for an administrator. */
export const everyLink = ({ platform }: Context, page: { limit: number; after?: string }) =>
  asKeeper(platform.database, (tx) => allLinks(tx, page))

/** Makes the link into a group that the rules showed anew, with what is said of whoever comes by it. */
export const makeLink = (
  { platform, sessions }: Context,
  me: Me,
  groupId: string,
  said: Pick<Inviting, 'purpose' | 'accessUntil' | 'from'> = {},
) =>
  asKeeper(platform.database, async (tx) =>
    renewLink(tx, me, await heldGroup(tx, me, groupId), { ...said, seal: sessions.seal }),
  )

/** Switches a link off. */
export const switchOff = ({ platform }: Context, me: Me, id: string): Promise<void> =>
  asKeeper(platform.database, (tx) => endLink(tx, me, id))

/** What a link leads to; unknown, old and dead ones are one answer. */
export const lookAtLink = ({ platform }: Context, token: string): Promise<LinkLook> =>
  asKeeper(platform.database, async (tx) => {
    const ground = await standingOfLink(tx, await linkByToken(tx, token))
    const { name: portal } = await portalFace(tx)
    const { inviter } = ground
    const invitedBy = inOneVoice(ground)
      ? { name: portal, kind: 'employee' as const }
      : { name: inviter.name, kind: inviter.kind }
    const { phones } = await readRules(tx)
    return { group: { name: ground.group.name }, invitedBy, portal, phones, lobby: ground.into === 'lobby' }
  })

/** Sends the letter, or the text message, that shows whose the address or number is; the same work for each, known or not. */
export async function askForLetter(
  { platform, headers }: RequestContext,
  token: string,
  asking: Asking,
): Promise<void> {
  // So that one holder neither uses up what the link may send in an hour, nor writes to strangers by it.
  const from = headers.get(addressHeader)
  if (from) await limited(platform.database, [lettersFrom(from)], () => Promise.resolve(null))
  await asKeeper(platform.database, async (tx) => {
    const letter = await askByLink(tx, await heldLink(tx, token), { ...asking, country: platform.settings.country })
    if (letter) await platform.jobs.queue(tx, invitationLetter, { id: letter.id, sending: letter.sending })
  })
}
