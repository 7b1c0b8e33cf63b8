import { eq, sql } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import { signIns } from '#access/sign-in-tables.ts'
import { invitations } from '#features/invitations/server/tables.ts'
import type { Client, TestPortal } from '../portal.ts'
import {
  changeCompany,
  changeSides,
  companiesOf,
  heardBelow,
  keepForTeam,
  laneOf,
  letIn,
  letOut,
  separate,
} from './lanes.ts'
import type { found } from './founding.ts'
import { sees, uses, type Thing } from './oracle.ts'
import type { Step } from './stories.ts'

const isolations = ['open', 'company', 'staff', 'voice', 'readonly'] as const

const pick = <T>(some: Iterable<T>, n: number): T | undefined => {
  const all = [...some]
  return all[n % Math.max(1, all.length)]
}

/** Tries one step with the real procedures, and writes down what it should have done; a sentence when they disagree about whether it may be. */
export async function take(
  portal: TestPortal,
  { world, said }: Awaited<ReturnType<typeof found>>,
  step: Step,
): Promise<string | null> {
  const groupId = pick(world.groups.keys(), step.where) ?? ''
  // Few may do these: half of the time one of them tries.
  const owner = [...(world.groups.get(groupId)?.roles ?? [])].find(([, is]) => is === 'owner')?.[0]
  const tries = ['archive', 'history'].includes(step.does) && step.whom % 2 ? owner : undefined
  const who = tries ?? pick(world.people.keys(), step.who) ?? ''
  const whom = pick(world.people.keys(), step.whom) ?? ''
  const [me, they, group] = [world.people.get(who), world.people.get(whom), world.groups.get(groupId)]
  if (!me || !they || !group || me.dismissed) return null
  const known = sees(world, who)
  const role = (id: string) => group.roles.get(id) ?? (group.members.has(id) ? 'member' : null)
  const keeps = !me.external && (role(who) === 'owner' || role(who) === 'moderator')
  const inside = known.groups.has(groupId) && group.members.has(who)
  const client = await portal.asId(who)
  // INV-6: whoever is from outside and in no group waits in the lobby, and can do nothing else.
  const waits = me.external && ![...world.groups.values()].some((one) => one.external && one.members.has(who))
  const tried = async (allowed: boolean, work: () => Promise<unknown>, then: () => void): Promise<string | null> => {
    const byAdministrator = ['dismiss', 'rehire', 'company', 'move'].includes(step.does)
    const may = allowed && (byAdministrator || !waits)
    const error = await work().then(() => null, String)
    if ((error === null) !== may) return `${step.does} by ${who} ${may ? `was refused: ${error}` : 'went through'}`
    if (may) then()
    return null
  }
  const out = () => {
    letOut(world, group, whom)
    group.asking.delete(whom)
    group.roles.delete(whom)
  }
  const audience = ['postToTeam', 'teamTask', 'commentToTeam'].includes(step.does) ? 'team' : 'everyone'
  const team = audience === 'team'
  /** Where somebody stands who is let add something there. */
  const using = (tool: string, id: string, act: 'viewers' | 'adders') =>
    uses(world, id, { group: groupId, lane: laneOf(world, group, id), tool, act })
  // GRP-10: in an archived group nobody does anything but read and leave.
  const live = !group.archived
  const mayWrite = live && !(me.external && group.isolation === 'readonly')
  const thing: Thing = { group: groupId, team, lane: team ? null : laneOf(world, group, who), only: null, between: [] }
  switch (step.does) {
    case 'join':
      if (group.members.has(who)) return null
      return tried(
        live && !me.external && !group.external && !group.secret,
        () => client.groups.join({ id: groupId }),
        () => letIn(world, group, who),
      )
    case 'add':
      if (group.members.has(whom)) return null
      return tried(
        live && keeps && !they.external && !they.dismissed,
        () => client.groups.addMember({ id: groupId, personId: whom }),
        () => letIn(world, group, whom),
      )
    case 'invite': {
      if (group.members.has(whom) || !they.external || they.dismissed) return null
      // What was chosen at an opening holds for a while: there it is always said anew.
      const from = pick(['now', 'everything', group.opened ? ('now' as const) : undefined] as const, step.whom >> 3)
      // GRP-5, INV-6: an ordinary member's letter leads into the lobby, where the team knows who waits.
      return tried(
        inside && group.external && mayWrite,
        () => comeIn(portal, client, { groupId, personId: whom, ...(from ? { from } : {}) }),
        () => {
          if (role(who) === 'member') return void group.asking.add(whom)
          const first = ![...group.members].some((id) => world.people.get(id)?.external)
          // GRP-3: the first from outside finds what somebody chose to show; nothing of the past if nobody did.
          if (first && group.history === 'everything' && from !== 'everything') keepForTeam(world, groupId)
          letIn(world, group, whom)
        },
      )
    }
    case 'remove':
      if (who === whom || !group.members.has(whom)) return null
      return tried(
        keeps && role(whom) !== 'owner',
        () => client.groups.removeMember({ id: groupId, personId: whom }),
        out,
      )
    case 'leave':
      if (who !== whom) return null
      return tried(
        inside && role(who) !== 'owner',
        () => client.groups.removeMember({ id: groupId, personId: who }),
        out,
      )
    case 'promote':
      if (role(whom) !== 'member') return null
      return tried(
        live && keeps,
        () => client.groups.changeMember({ id: groupId, personId: whom, role: 'moderator' }),
        () => void group.roles.set(whom, 'moderator'),
      )
    case 'post':
    case 'postToTeam':
      return tried(
        inside && mayWrite && !(team && me.external) && using('feed', who, 'adders'),
        async () => {
          const { id } = await client.feed.add({ groupId, text: 'A post', audience })
          world.posts.set(id, thing)
          said.set(id, { by: who })
        },
        () => undefined,
      )
    case 'task':
    case 'teamTask':
      return tried(
        inside &&
          mayWrite &&
          using('tasks', who, 'adders') &&
          using('tasks', whom, 'viewers') &&
          !(team && (me.external || they.external)) &&
          (group.external || !they.external) &&
          !(they.external && group.isolation === 'readonly') &&
          group.members.has(whom) &&
          known.people.has(whom) &&
          !(me.external && they.external && laneOf(world, group, who) !== laneOf(world, group, whom)) &&
          !they.dismissed,
        async () => {
          const { id } = await client.tasks.create({ title: 'A task', groupId, responsibleId: whom, audience })
          world.tasks.set(id, { ...thing, lane: team ? null : (laneOf(world, group, whom) ?? thing.lane) })
          said.set(id, { by: who, responsible: whom })
        },
        () => undefined,
      )
    case 'personalTask':
      return tried(
        known.people.has(whom) && !they.dismissed,
        async () => {
          const { id } = await client.tasks.create({ title: 'A task for you', responsibleId: whom })
          world.tasks.set(id, { group: null, team: false, lane: null, only: null, between: [who, whom] })
        },
        () => undefined,
      )
    case 'comment':
    case 'commentToTeam': {
      const threadId = pick([...world.posts.keys(), ...world.tasks.keys()], step.whom)
      if (!threadId) return null
      const below = world.posts.get(threadId) ?? world.tasks.get(threadId)
      if (!below) return null
      const heard = heardBelow(world, world.groups.get(below.group ?? ''), who, below)
      return tried(
        (known.posts.has(threadId) || known.tasks.has(threadId)) &&
          !world.groups.get(below.group ?? '')?.archived &&
          (team ? !me.external && below.group !== null : heard !== null),
        async () => {
          const { id } = await client.comments.add({ threadId, text: 'A comment', audience })
          world.comments.set(id, { below: threadId, ...(team || !heard ? { team, lane: null, only: null } : heard) })
          said.set(id, { by: who })
        },
        () => undefined,
      )
    }
    case 'isolate': {
      const isolation = pick(isolations, step.whom) ?? 'open'
      return tried(
        live && keeps && group.external,
        () => client.groups.isolate({ id: groupId, isolation }),
        () => separate(world, said, groupId, isolation),
      )
    }
    case 'open': {
      const from = step.whom % 2 ? 'now' : 'everything'
      return tried(
        live && role(who) === 'owner' && inside && !group.external,
        () => client.groups.open({ id: groupId, from, isolation: group.isolation }),
        () => {
          Object.assign(group, { external: true, opened: true })
          if (from === 'now') keepForTeam(world, groupId)
        },
      )
    }
    case 'tool': {
      const tool = pick(['feed', 'tasks'] as const, step.whom) ?? 'feed'
      const set = {
        on: step.whom % 5 !== 0,
        viewers: pick(['owner', 'keepers', 'team', 'members'] as const, step.where >> 2) ?? 'members',
        adders: pick(['owner', 'keepers', 'team', 'members'] as const, step.whom >> 3) ?? 'members',
      }
      return tried(
        live && role(who) === 'owner' && inside,
        () => client.groups.changeTool({ id: groupId, tool, ...set }),
        () => void group.tools.set(tool, set),
      )
    }
    case 'archive':
      return tried(
        role(who) === 'owner' && inside,
        () => (live ? client.groups.archive({ id: groupId }) : client.groups.reopen({ id: groupId })),
        () => void (group.archived = live),
      )
    case 'history': {
      const history = pick(['everything', 'joining'] as const, step.whom >> 2) ?? 'everything'
      return tried(
        live && keeps,
        () => client.groups.change({ id: groupId, history }),
        () => void (group.history = history),
      )
    }
    case 'company': {
      const companyId = pick([...companiesOf(world), null], step.where) ?? null
      if (!they.external || they.dismissed) return null
      return tried(
        true,
        async () => {
          await (await portal.as('anna')).people.change({ id: whom, companyId })
          // Lanes change when the relay comes to it.
          await portal.settled()
        },
        () => changeCompany(world, whom, companyId),
      )
    }
    case 'move': {
      // Whoever owns a group or has tasks needs an heir: that is told by a test of its own.
      const bound = [...world.tasks].some(
        ([id, task]) => said.get(id)?.responsible === whom || task.between.includes(whom),
      )
      if (bound || they.dismissed || [...world.groups.values()].some(({ roles }) => roles.get(whom) === 'owner'))
        return null
      const kind = they.external ? 'employee' : 'external'
      return tried(
        true,
        async () => (await portal.freshly('anna')).people.move({ id: whom, kind }),
        () => changeSides(world, whom),
      )
    }
    case 'close':
      return tried(
        role(who) === 'owner' && inside,
        () => client.groups.close({ id: groupId }),
        () => void (group.external = false),
      )
    case 'dismiss':
    case 'rehire': {
      const dismissed = step.does === 'dismiss'
      const anna = (await portal.freshly('anna')).people
      return tried(
        true,
        () => (dismissed ? anna.dismiss({ id: whom }) : anna.rehire({ id: whom })),
        () => void (they.dismissed = dismissed),
      )
    }
  }
}

/** Invites somebody known, and comes in as them. Only the secret in the letter is put in place of the real one, which nobody keeps. */
async function comeIn(
  portal: TestPortal,
  inviter: Client,
  { groupId, personId, ...choice }: { groupId: string; personId: string; from?: 'now' | 'everything' },
): Promise<void> {
  const [known] = await portal.keep((tx) =>
    tx.select({ email: signIns.email }).from(signIns).where(eq(signIns.id, personId)),
  )
  const { items } = await inviter.invitations.invite({ id: groupId, emails: [known?.email ?? ''], ...choice })
  const comer = await portal.asId(personId)
  const token = crypto.randomUUID()
  const redeem = async (): Promise<unknown> => {
    await portal.keep((tx) =>
      tx
        .update(invitations)
        .set({ tokenHash: hashed(token) })
        .where(sql`${invitations.id} = ${items[0]?.id} and ${invitations.acceptedAt} is null`),
    )
    return comer.invitations.redeem({ token })
  }
  // The letter may be written in between, with a secret of its own; it is written once.
  await redeem().catch(redeem)
}
