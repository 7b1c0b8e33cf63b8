import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { groupsContract } from '../contract.ts'
import { sponsoringRoutes } from '../sponsoring/server/routes.ts'
import { archiveGroup, deleteGroup, reopenGroup } from './archive/keeper.ts'
import { listDeletions } from './archive/queries.ts'
import { changeGroup, createGroup } from './actions.ts'
import { isolate, previewIsolation } from './isolation/keeper.ts'
import { closeGroup, openGroup } from './opening/keeper.ts'
import { previewFirst, previewOpening } from './opening/preview/keeper.ts'
import { addMember, joinGroup, leaveGroup, removeMember } from './keeper.ts'
import { changeMember } from './member-actions.ts'
import { listLanes, readSeparation } from './isolation/queries.ts'
import { getGroup, getMember, listGroups, listMembers } from './queries.ts'
import { readershipOf } from './readership.ts'
import { previewTool } from './tools/keeper.ts'
import { changeTool, listTools } from './tools/settings.ts'
import { templateOf } from './template.ts'

const asked = implement(groupsContract).$context<RequestContext>()
const groups = asked.use(signedIn())
const employees = asked.use(signedIn('employees'))

export const groupsRoutes = {
  ...sponsoringRoutes,
  list: groups.list.handler(({ input, context: { tx } }) => listGroups(tx, input)),
  create: groups.create.handler(({ input: { invitations, ...input }, context: { tx, me, platform } }) =>
    createGroup(tx, me, {
      ...input,
      invitations: invitations && { ...invitations, country: platform.settings.country },
    }),
  ),
  get: groups.get.handler(({ input, context: { tx } }) => getGroup(tx, input.id)),
  template: employees.template.handler(({ input, context: { tx, me } }) => templateOf(tx, me, input.id)),
  change: groups.change.handler(({ input, context: { tx } }) => changeGroup(tx, input)),
  members: groups.members.handler(({ input, context: { tx } }) => listMembers(tx, input.id, input)),
  join: groups.join.handler(async ({ input, context: { tx, me, platform } }) => {
    await joinGroup(platform.database, me, input.id)
    return getGroup(tx, input.id)
  }),
  addMember: groups.addMember.handler(async ({ input, context: { tx, me, platform } }) => {
    await addMember(platform.database, me, input.id, input)
    return getMember(tx, input.id, input.personId)
  }),
  changeMember: groups.changeMember.handler(({ input, context: { tx, me } }) => changeMember(tx, me, input.id, input)),
  removeMember: groups.removeMember.handler(async ({ input, context: { me, platform } }) => {
    if (input.personId === me.id) await leaveGroup(platform.database, me, input.id)
    else await removeMember(platform.database, me, input.id, input.personId)
    return {}
  }),
  readership: groups.readership.handler(({ input, context: { tx } }) => readershipOf(tx, input.id, input)),
  tools: employees.tools.handler(({ input, context: { tx, me } }) => listTools(tx, me, input.id)),
  changeTool: employees.changeTool.handler(({ input: { id, tool, ...changes }, context: { tx } }) =>
    changeTool(tx, id, tool, changes),
  ),
  previewTool: employees.previewTool.handler(({ input: { id, tool, ...changes }, context: { me, platform } }) =>
    previewTool(platform.database, me, id, tool, changes),
  ),
  lanes: employees.lanes.handler(({ input, context: { tx } }) => listLanes(tx, input.id, input)),
  previewIsolation: employees.previewIsolation.handler(({ input, context: { me, platform } }) =>
    previewIsolation(platform.database, me, input.id, input.isolation),
  ),
  separation: employees.separation.handler(({ input, context: { tx } }) => readSeparation(tx, input.id)),
  previewOpening: employees.previewOpening.handler(({ input, context: { me, platform } }) =>
    previewOpening(platform.database, me, input.id, input.isolation),
  ),
  previewFirst: employees.previewFirst.handler(async ({ input, context: { me, platform } }) => ({
    first: await previewFirst(platform.database, me, input.id),
  })),
  open: employees.open.handler(async ({ input, context: { tx, me, platform } }) => {
    await openGroup(platform, me, input.id, input)
    return getGroup(tx, input.id)
  }),
  close: employees.close.handler(async ({ input, context: { tx, me, platform } }) => {
    await closeGroup(platform.database, me, input.id)
    return getGroup(tx, input.id)
  }),
  isolate: employees.isolate.handler(async ({ input, context: { tx, me, platform } }) => {
    await isolate(platform, me, input.id, input.isolation)
    return getGroup(tx, input.id)
  }),
  archive: groups.archive.handler(async ({ input, context: { tx, me, platform } }) => {
    await archiveGroup(platform.database, me, input.id)
    return getGroup(tx, input.id)
  }),
  reopen: groups.reopen.handler(async ({ input, context: { tx, me, platform } }) => {
    await reopenGroup(platform.database, me, input.id)
    return getGroup(tx, input.id)
  }),
  delete: groups.delete.handler(({ input, context: { me, platform } }) => deleteGroup(platform, me, input)),
  deletions: groups.deletions.handler(({ context: { tx } }) => listDeletions(tx)),
}
