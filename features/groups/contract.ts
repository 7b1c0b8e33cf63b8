import { oc } from '@orpc/contract'
import { z } from 'zod'
import { day, done, id, line, listOf, moment, page, person } from '#platform/contract.ts'
import { isolation, isolationContract } from './isolation/contract.ts'
import { openingContract } from './opening/contract.ts'
import { sponsoringContract } from './sponsoring/contract.ts'
import { tool, toolHere, toolSetting, toolsContract } from './tools/contract.ts'

const tags = ['Groups']

const whoInvites = z.enum(['owner', 'keepers', 'members'])

/** From when on people from outside read what is for everyone in a group: what is written from now on, or all of it (GRP-3). */
export const from = z.enum(['now', 'everything'])
export type From = z.infer<typeof from>

/** A group as a list or a page shows it. `mine` is what the person asking is in it. */
export const group = z.object({
  id,
  name: z.string(),
  description: z.string(),
  kind: z.enum(['workgroup', 'project']),
  visibility: z.enum(['open', 'closed', 'secret']),
  external: z.boolean(),
  /** How far people from outside are kept apart; only told to those who work here. */
  isolation: isolation.optional(),
  /** Those who work here speak in the name of the portal: an author who is null is the portal itself. */
  voice: z.boolean(),
  /** What of the past those from outside see who come later (GRP-9); only told to those who work here. */
  history: z.enum(['everything', 'joining']).optional(),
  /** Who adds colleagues, and invites people from outside by themselves: the owner, owner and moderators, every member. */
  whoInvites,
  /** IANA name, in which last days end; only told to those who work here. */
  timeZone: z.string().optional(),
  startsAt: z.date().nullable(),
  endsAt: z.date().nullable(),
  mine: z.enum(['owner', 'moderator', 'member']).nullable(),
  /** Whether that lets the person asking invite people from outside. */
  invites: z.boolean(),
  /** Whether it lets them add colleagues; nobody from outside does. */
  addsColleagues: z.boolean(),
  /** The tools that the person asking sees here as a member; to others none. */
  tools: z.array(toolHere),
  createdAt: z.date(),
  /** Since when it is only read, and who said so, where the person asking may know them. */
  archivedAt: z.date().nullable(),
  archivedBy: person.nullable(),
})
export type Group = z.infer<typeof group>

/** How a group is set up: what another one can be made of (GRP-10). Nothing of who is in it, and of what was written there. */
const template = z.object({
  kind: group.shape.kind,
  visibility: group.shape.visibility,
  external: z.boolean(),
  isolation,
  history: z.enum(['everything', 'joining']),
  whoInvites,
  timeZone: z.string(),
  tools: z.array(toolSetting),
})
export type Template = z.infer<typeof template>

/** A group that goes with all that is in it: how much there was, as soon as it is counted, and how much is gone. */
const deletion = z.object({
  groupId: id,
  name: z.string(),
  askedAt: z.date(),
  total: z.number().int().nullable(),
  removed: z.number().int(),
  finishedAt: z.date().nullable(),
})
export type Deletion = z.infer<typeof deletion>

const role = z.enum(['owner', 'moderator', 'member'])

const whose = { person, sponsor: person.optional(), role }

/** Somebody in a group, since when, until when if that was said, and whether that is over; of people from outside for the team who answers for them. */
export const member = z.object({ ...whose, since: z.date(), until: day.nullable(), lapsedAt: z.date().nullable() })
export type Member = z.infer<typeof member>

/** Who will read what is written to everyone or to the team: counts for the line under a composer. */
const readership = z.object({
  companies: z.array(z.object({ name: z.string(), count: z.number() })),
  colleagues: z.number(),
  /** To the person asking those who work here speak as the portal: how many read is not said. */
  voice: z.boolean(),
})

const about = {
  name: line(120),
  description: z.string().trim().max(4000).default(''),
  kind: z.enum(['workgroup', 'project']).default('workgroup'),
  visibility: z.enum(['open', 'closed', 'secret']).default('open'),
  external: z.boolean().default(false),
  isolation: isolation.default('open'),
  history: z.enum(['everything', 'joining']).default('everything'),
  whoInvites: whoInvites.default('keepers'),
  /** IANA name; that of whoever makes the group if left out. */
  timeZone: z.string().max(100).optional(),
  startsAt: moment.nullish(),
  endsAt: moment.nullish(),
}

/** What a browser or a program may ask about groups. */
export const groupsContract = {
  ...sponsoringContract,
  list: oc
    .route({ method: 'GET', path: '/groups', tags, summary: 'Groups: one’s own, and those an employee can find' })
    .input(
      z.strictObject({
        ...page,
        mine: z.stringbool().or(z.boolean()).default(false),
        /** Those that are archived, in place of those that are not. */
        archived: z.stringbool().or(z.boolean()).default(false),
        search: z.string().trim().max(100).optional(),
        /** Those in which the reader meets somebody of this company. */
        companyId: id.optional(),
        /** Those that the person asking owns or moderates. */
        keeps: z.stringbool().or(z.boolean()).default(false),
        /** Those in which the person asking may add something in this tool. */
        adds: tool.optional(),
      }),
    )
    .output(listOf(group)),
  create: oc
    .route({ method: 'POST', path: '/groups', tags, summary: 'Create a group', successStatus: 201 })
    .input(
      z.strictObject({
        ...about,
        /** How its tools are set; what is left out is open to all members. */
        tools: z.array(z.strictObject(toolSetting.shape)).max(20).optional(),
        invitations: z
          .strictObject({ emails: z.array(z.string().max(320)).max(50), note: z.string().trim().max(1000).optional() })
          .optional(),
      }),
    )
    .output(group),
  get: oc
    .route({ method: 'GET', path: '/groups/{id}', tags, summary: 'One group' })
    .input(z.strictObject({ id }))
    .output(group),
  template: oc
    .route({
      method: 'GET',
      path: '/groups/{id}/template',
      tags,
      summary: 'How a group is set up, to make another one like it',
    })
    .input(z.strictObject({ id }))
    .output(template),
  change: oc
    .route({
      method: 'PATCH',
      path: '/groups/{id}',
      tags,
      summary: 'Change a group’s name, description, visibility or dates',
    })
    .input(
      z.strictObject({
        id,
        name: about.name.optional(),
        description: z.string().trim().max(4000).optional(),
        visibility: z.enum(['open', 'closed', 'secret']).optional(),
        history: z.enum(['everything', 'joining']).optional(),
        whoInvites: whoInvites.optional(),
        timeZone: z.string().max(100).optional(),
        startsAt: moment.nullish(),
        endsAt: moment.nullish(),
      }),
    )
    .output(group),
  members: oc
    .route({ method: 'GET', path: '/groups/{id}/members', tags, summary: 'Who is in a group' })
    .input(
      z.strictObject({
        id,
        ...page,
        kind: z.enum(['employee', 'external']).optional(),
        /** Those who see this tool there. */
        sees: tool.optional(),
        /** Those who read what one company, or one person, of those who are kept apart is told: its people and the team. */
        laneId: id.optional(),
        search: z.string().trim().max(100).optional(),
      }),
    )
    .output(listOf(member)),
  addMember: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/members',
      tags,
      summary: 'Add a colleague to a group',
      successStatus: 201,
    })
    .input(z.strictObject({ id, personId: id, role: z.enum(['moderator', 'member']).default('member') }))
    .output(member),
  join: oc
    .route({ method: 'POST', path: '/groups/{id}/join', tags, summary: 'Join an open group' })
    .input(z.strictObject({ id }))
    .output(group),
  changeMember: oc
    .route({
      method: 'PATCH',
      path: '/groups/{id}/members/{personId}',
      tags,
      summary: 'Make somebody moderator, member or the owner',
    })
    .input(z.strictObject({ id, personId: id, role }))
    .output(member),
  removeMember: oc
    .route({
      method: 'DELETE',
      path: '/groups/{id}/members/{personId}',
      tags,
      summary: 'Take somebody out of a group, or leave it',
    })
    .input(z.strictObject({ id, personId: id }))
    .output(done),
  readership: oc
    .route({ method: 'GET', path: '/groups/{id}/readership', tags, summary: 'Who will read what is written there' })
    .input(
      z.strictObject({
        id,
        audience: z.enum(['everyone', 'team']).default('everyone'),
        laneId: id.optional(),
        personId: id.optional(),
        /** In which tool it is written: who does not see that does not read it. */
        tool: tool.optional(),
      }),
    )
    .output(readership),
  ...isolationContract,
  ...openingContract,
  ...toolsContract,
  isolate: oc
    .route({
      method: 'PUT',
      path: '/groups/{id}/isolation',
      tags,
      summary: 'Keep people from outside apart, or let them meet',
    })
    .input(z.strictObject({ id, isolation }))
    .output(group),
  open: oc
    .route({ method: 'POST', path: '/groups/{id}/opening', tags, summary: 'Open a group to people from outside' })
    .input(z.strictObject({ id, from, isolation: about.isolation }))
    .output(group),
  close: oc
    .route({ method: 'DELETE', path: '/groups/{id}/opening', tags, summary: 'Close a group to people from outside' })
    .input(z.strictObject({ id }))
    .output(group),
  archive: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/archive',
      tags,
      summary: 'Archive a group: its members go on reading it, and nothing is written there any more',
    })
    .input(z.strictObject({ id }))
    .output(group),
  reopen: oc
    .route({ method: 'POST', path: '/groups/{id}/reopen', tags, summary: 'Reopen an archived group' })
    .input(z.strictObject({ id }))
    .output(group),
  delete: oc
    .route({
      method: 'POST',
      path: '/groups/{id}/delete',
      tags,
      summary: 'Delete a group with all that is in it; its name says that this is meant',
    })
    .input(z.strictObject({ id, name: z.string().max(200) }))
    .output(deletion),
  deletions: oc
    .route({
      method: 'GET',
      path: '/group-deletions',
      tags,
      summary: 'Groups that one has deleted, and how far that is',
    })
    .output(z.object({ items: z.array(deletion) })),
}
