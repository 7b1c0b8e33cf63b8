import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupsContract } from '../contract.ts'
import { changeGroup, createGroup } from './actions.ts'
import { joinGroup, leaveGroup } from './keeper.ts'
import { addMember, changeMember, removeMember } from './member-actions.ts'
import { getGroup, listGroups, listMembers } from './queries.ts'
import { readershipOf } from './readership.ts'

const groups = implement(groupsContract).$context<RequestContext>().use(signedIn())

export const groupsRoutes = {
  list: groups.list.handler(({ input, context: { tx } }) => listGroups(tx, input)),
  create: groups.create.handler(({ input, context: { tx, me } }) => createGroup(tx, me, input)),
  get: groups.get.handler(({ input, context: { tx } }) => getGroup(tx, input.id)),
  change: groups.change.handler(({ input, context: { tx } }) => changeGroup(tx, input)),
  members: groups.members.handler(({ input, context: { tx } }) => listMembers(tx, input.id, input)),
  join: groups.join.handler(async ({ input, context: { tx, me, platform } }) => {
    await joinGroup(platform.database, me, input.id)
    return getGroup(tx, input.id)
  }),
  addMember: groups.addMember.handler(({ input, context: { tx, me } }) => addMember(tx, me, input.id, input)),
  changeMember: groups.changeMember.handler(({ input, context: { tx, me } }) => changeMember(tx, me, input.id, input)),
  removeMember: groups.removeMember.handler(async ({ input, context: { tx, me, platform } }) => {
    if (input.personId === me.id) await leaveGroup(platform.database, me, input.id)
    else await removeMember(tx, me, input.id, input.personId)
    return {}
  }),
  readership: groups.readership.handler(({ input, context: { tx } }) => readershipOf(tx, input.id, input.audience)),
}
