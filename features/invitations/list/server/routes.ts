import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { inviteInto } from '../../server/actions.ts'
import { faultsIn, readAddresses, refuseKnown } from '../../server/addresses.ts'
import { inviteFromOutside, sendChoosing } from '../../server/keeper.ts'
import { invitationsIn } from '../../server/queries.ts'
import { listContract } from '../contract.ts'

const members = implement(listContract).$context<RequestContext>().use(signedIn())

export const listRoutes = {
  inviteList: members.inviteList.handler(async ({ input, context: { tx, me, platform } }) => {
    const { id, people, ...ofAll } = input
    const group = await groupRow(tx, id)
    const asked = {
      ...ofAll,
      country: platform.settings.country,
      emails: people.map(({ email }) => email),
      each: people.map(({ email: _, ...said }) => said),
    }
    const send = async () => {
      if (me.kind === 'employee') {
        const choice = { groupId: group.id, from: asked.from }
        const sent = await sendChoosing(platform.database, me, choice, () => inviteInto(tx, me, group, asked))
        return invitationsIn(tx, sent)
      }
      const typed = readAddresses(asked.emails, { language: me.language, country: asked.country })
      await refuseKnown(tx, typed, group.id)
      return invitationsIn(tx, await inviteFromOutside(platform.database, me, { groupId: group.id, typed }, asked))
    }
    return { items: await send().catch(faultsIn('people')) }
  }),
}
