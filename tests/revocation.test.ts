import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { separateSome } from '#features/groups/server/isolation/jobs.ts'
import { groups, groupSeparations, members } from '#features/groups/server/tables.ts'
import { keepTerms } from '#features/groups/sponsoring/server/jobs.ts'
import { openTestPortal, type TestPortal } from './portal.ts'
import { openChannels, type Channels } from './rules/channels.ts'
import { picture } from './rules/inputs.ts'
import { until } from './rules/ear.ts'
import { lettersTo, sendLate } from './rules/letters.ts'
import { samplePassword } from './template.ts'

/** What takes access away: from whom, in which room, who posts there afterwards, and what of theirs must be closed then. */
interface Act {
  what: string
  who: PersonKey
  room: GroupKey
  inside: PersonKey
  /** Which way of asking is refused, and how: hidden as if it were not there, or not known any more. */
  cookie: 'open' | 'hidden' | 'unknown'
  token: 'open' | 'hidden' | 'unknown'
  act: (portal: TestPortal, channels: Channels) => Promise<unknown>
}

const removal = (room: GroupKey, by: PersonKey, who: PersonKey) => async (portal: TestPortal) =>
  (await portal.as(by)).groups.removeMember({ id: portal.group(room), personId: portal.person(who) })

/** Something that a second browser of the same person does. */
const elsewhere = (path: string, method: string, body?: object) => async (_portal: TestPortal, channels: Channels) =>
  channels.asElsewhere(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })

const acts: Act[] = [
  {
    what: 'taken out of the group',
    who: 'kim',
    room: 'acme',
    inside: 'liam',
    cookie: 'hidden',
    token: 'hidden',
    act: removal('acme', 'ruth', 'kim'),
  },
  {
    what: 'leaving the group',
    who: 'omar',
    room: 'acme',
    inside: 'liam',
    cookie: 'hidden',
    token: 'hidden',
    act: removal('acme', 'omar', 'omar'),
  },
  {
    what: 'dismissed',
    who: 'ingrid',
    room: 'acme',
    inside: 'liam',
    cookie: 'unknown',
    token: 'unknown',
    act: async (portal) => (await portal.freshly('anna')).people.dismiss({ id: portal.person('ingrid') }),
  },
  {
    what: 'dismissed, with an heir',
    who: 'wiktor',
    room: 'carriers',
    inside: 'paula',
    cookie: 'unknown',
    token: 'unknown',
    act: async (portal) =>
      (await portal.freshly('anna')).people.dismiss({ id: portal.person('wiktor'), heirId: portal.person('kasia') }),
  },
  {
    what: 'made external, in a group that no external is in',
    who: 'hana',
    room: 'workshop',
    inside: 'kasia',
    cookie: 'hidden',
    token: 'hidden',
    act: async (portal) =>
      (await portal.freshly('anna')).people.move({
        id: portal.person('hana'),
        kind: 'external',
        heirId: portal.person('kasia'),
      }),
  },
  {
    what: 'an employee taken out of the group',
    who: 'nora',
    room: 'acme',
    inside: 'liam',
    cookie: 'hidden',
    token: 'hidden',
    act: removal('acme', 'ruth', 'nora'),
  },
  {
    what: 'the session ended from another browser',
    who: 'lena',
    room: 'carriers',
    inside: 'paula',
    cookie: 'unknown',
    token: 'open',
    act: elsewhere('/sessions', 'DELETE'),
  },
  {
    what: 'the password changed in another browser',
    who: 'timur',
    room: 'carriers',
    inside: 'paula',
    cookie: 'unknown',
    token: 'open',
    act: elsewhere('/password/change', 'POST', { current: samplePassword, password: 'another quiet loggia' }),
  },
  {
    what: 'the password reset by letter',
    who: 'piotr',
    room: 'carriers',
    inside: 'paula',
    cookie: 'unknown',
    token: 'open',
    act: async ({ sessions }) =>
      sessions.resetPassword((await sessions.resetFor('piotr@gamma-freight.example')) ?? '', 'another quiet loggia'),
  },
  {
    what: 'the access token ended',
    who: 'marta',
    room: 'carriers',
    inside: 'paula',
    cookie: 'open',
    token: 'unknown',
    act: (_portal, channels) => channels.asElsewhere(`/tokens/${channels.tokenId}`, { method: 'DELETE' }),
  },
  {
    what: 'let in until a day that is over',
    who: 'yusuf',
    room: 'suppliers',
    inside: 'ewa',
    cookie: 'hidden',
    token: 'hidden',
    act: async (portal) => {
      const isTheirs = and(eq(members.groupId, portal.group('suppliers')), eq(members.personId, portal.person('yusuf')))
      await portal.keep((tx) => tx.update(members).set({ until: '2020-01-01' }).where(isTheirs))
      await keepTerms(portal.platform, new Date())
    },
  },
  {
    what: 'the group closed to externals',
    who: 'aigerim',
    room: 'suppliers',
    inside: 'ewa',
    cookie: 'hidden',
    token: 'hidden',
    act: async (portal) => (await portal.as('ewa')).groups.close({ id: portal.group('suppliers') }),
  },
]

describe('access that ends', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
    // Somebody in every room has a photo.
    for (const key of ['liam', 'paula', 'ewa'] as const)
      await (await portal.as(key)).people.setPhoto({ photo: picture(key) })
  })
  afterAll(() => portal.close())

  it.each(acts)(
    '$what: every channel is closed to $who, and nothing later comes',
    async ({ who, room, inside, cookie, token, act }) => {
      const channels = await openChannels(portal, { who, room, inside })
      for (const way of ['cookie', 'token'] as const)
        expect(await channels.closed(way), `before, by ${way}`).toEqual(channels.names.map((name) => `${name}: open`))
      const before = await channels.somethingHappens()
      await channels.ear.hears(({ about }) => about?.id === before)
      await portal.settled()
      expect(channels.pushed.length, 'what was pushed before').toBeGreaterThan(0)

      const heard = channels.ear.frames.length
      await act(portal, channels)
      if (cookie === 'unknown') {
        await until(() => channels.ear.closed() !== null, 'the end of the socket', 1000)
        expect(channels.ear.closed()).toBe(4401)
      } else if (cookie === 'hidden') await channels.ear.hears(({ kind }) => kind === 'access.changed')
      for (const [way, how] of [
        ['cookie', cookie],
        ['token', token],
      ] as const)
        expect(await channels.closed(way), `afterwards, by ${way}`).toEqual(
          channels.names.map((name) => `${name}: ${how}`),
        )

      // Letters of what happened while they were there have gone; those of today are gathered.
      await portal.settled()
      const letters = (await lettersTo(portal.folder, channels.email)).length
      channels.pushed.length = 0
      const made = await channels.somethingHappens()
      // A letter that was queued while they were still there, and comes to its turn only now.
      if (cookie !== 'open' && token !== 'open') await sendLate(portal, portal.person(who), channels.taskId)
      await portal.settled()
      await channels.witness.hears(({ about }) => about?.id === made)
      await channels.ear.caughtUp()
      const later = channels.ear.frames.slice(heard).filter(({ kind }) => kind !== 'access.changed')
      if (cookie === 'open') expect(later.map(({ about }) => about?.id)).toContain(made)
      else expect(later.filter(({ about }) => about && channels.made.has(about.id))).toEqual([])
      // Whose session or program ended is in the room as before, and is written to.
      if (cookie !== 'open' && token !== 'open')
        expect((await lettersTo(portal.folder, channels.email)).length).toBe(letters)
      expect(channels.pushed.length > 0, 'whether something is pushed').toBe(cookie === 'open')
      await channels.close()
    },
  )

  it('what was closed with the group is closed to all of its externals', async () => {
    const open = await portal.keep((tx) => tx.select().from(groups).where(isNotNull(groups.externalSince)))
    expect(open.map(({ id }) => id).toSorted()).toEqual([portal.group('acme'), portal.group('carriers')].toSorted())
    for (const key of ['daniyar', 'yusuf', 'aigerim'] as const) {
      await expect((await portal.as(key)).groups.list({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
      expect(await portal.under(key, (tx) => tx.select().from(groups))).toEqual([])
      expect((await (await portal.as(key)).account.me()).waiting).toBe(true)
    }
    expect((await (await portal.as('sofia')).groups.list({})).items.map(({ id }) => id)).toEqual([portal.group('acme')])
  })
  it('a group that is archived goes on being read by all channels, and no word comes into it (GRP-10)', async () => {
    const channels = await openChannels(portal, { who: 'marta', room: 'carriers', inside: 'paula' })
    const id = portal.group('carriers')
    await (await portal.as('paula')).groups.archive({ id })
    await channels.ear.hears(({ kind }) => kind === 'access.changed')
    await channels.ear.hears(({ kind }) => kind === 'groups.archived')
    for (const way of ['cookie', 'token'] as const)
      // Archived groups stand in a list of their own.
      expect((await channels.closed(way)).filter((one) => one !== 'the list of groups: hidden')).toEqual(
        channels.names.filter((name) => name !== 'the list of groups').map((name) => `${name}: open`),
      )
    await expect(channels.somethingHappens()).rejects.toMatchObject({ code: 'GROUP_ARCHIVED' })
    await (await portal.as('paula')).groups.reopen({ id })
    expect(await channels.closed('cookie')).toEqual(channels.names.map((name) => `${name}: open`))
    await channels.close()
  })

  it.each(['feed', 'tasks'] as const)(
    'GRP-4: %s, for the team only and then switched off, is closed by all channels, and nothing later comes',
    async (tool) => {
      const [id, paula] = [portal.group('carriers'), await portal.as('paula')]
      const channels = await openChannels(portal, { who: 'marta', room: 'carriers', inside: 'paula' })
      const colleague = await openChannels(portal, { who: 'dmitri', room: 'carriers', inside: 'paula' })
      // A record holds both, so it closes with either.
      const of = { feed: /post|record/, tasks: /task|record/ }[tool]
      const states = ({ names }: Channels) => names.map((name) => `${name}: ${of.test(name) ? 'hidden' : 'open'}`)
      const set = async (setting: object) => {
        const heard = [channels, colleague].map(({ ear }) => ear.frames.length)
        await paula.groups.changeTool({ id, tool, ...setting })
        for (const [n, { ear }] of [channels, colleague].entries())
          await until(
            () => ear.frames.slice(heard[n]).some(({ kind }) => kind === 'access.changed'),
            'the news that something is shut',
            1000,
          )
      }
      await set({ viewers: 'team' })
      for (const way of ['cookie', 'token'] as const) expect(await channels.closed(way)).toEqual(states(channels))
      expect(await colleague.closed('cookie')).toEqual(colleague.names.map((name) => `${name}: open`))
      await portal.settled()
      const heard = channels.ear.frames.length
      const letters = (await lettersTo(portal.folder, channels.email)).length
      const made = await channels.somethingHappens()
      if (tool === 'tasks') await sendLate(portal, portal.person('marta'), channels.taskId)
      await portal.settled()
      await channels.witness.hears(({ about }) => about?.id === made)
      await channels.ear.caughtUp()
      const later = channels.ear.frames.slice(heard).map(({ about }) => about?.kind)
      expect(later).not.toContain({ feed: 'post', tasks: 'task' }[tool])
      expect(later).toContain({ feed: 'task', tasks: 'post' }[tool])
      const shut = { feed: '/posts/', tasks: '/tasks/' }[tool]
      const written = (await lettersTo(portal.folder, channels.email)).slice(letters)
      expect(written.filter((letter) => letter.includes(shut))).toEqual([])
      await set({ on: false, viewers: 'members' })
      for (const one of [channels, colleague]) expect(await one.closed('cookie')).toEqual(states(one))
      await paula.groups.changeTool({ id, tool, on: true })
      expect(await channels.closed('token')).toEqual(channels.names.map((name) => `${name}: open`))
      for (const one of [channels, colleague]) await one.close()
    },
  )

  it('a group that is deleted is closed to everybody by all channels before a row of it is gone (GRP-10)', async () => {
    const id = portal.group('carriers')
    const paula = await portal.as('paula')
    const { name } = await paula.groups.get({ id })
    const channels = await openChannels(portal, { who: 'marta', room: 'carriers', inside: 'paula' })
    const colleague = await openChannels(portal, { who: 'dmitri', room: 'carriers', inside: 'paula' })
    await portal.settled()
    const heard = channels.ear.frames.length
    await paula.groups.delete({ id, name })
    for (const one of [channels, colleague]) {
      await one.ear.hears(({ kind }) => kind === 'access.changed')
      for (const way of ['cookie', 'token'] as const)
        expect(await one.closed(way)).toEqual(one.names.map((channel) => `${channel}: hidden`))
    }
    await portal.settled()
    await channels.ear.caughtUp()
    expect(channels.ear.frames.slice(heard).map(({ kind }) => kind)).toEqual(['access.changed'])
    for (const one of [channels, colleague]) await one.close()
  })

  it('a second factor that is asked of externals closes all channels to whoever has none, but for their own account', async () => {
    const ask = async (externals: boolean) => (await portal.freshly('anna')).account.changeSignInRules({ externals })
    const channels = await openChannels(portal, { who: 'sofia', room: 'acme', inside: 'liam' })
    expect(await channels.closed('cookie')).toEqual(channels.names.map((name) => `${name}: open`))
    await portal.settled()
    await ask(true)
    await until(() => channels.ear.closed() !== null, 'the end of the socket', 1000)
    expect(channels.ear.closed()).toBe(4403)
    for (const way of ['cookie', 'token'] as const)
      expect(await channels.closed(way)).toEqual(channels.names.map((name) => `${name}: held back`))
    expect(await channels.asElsewhere('/me', {})).toMatchObject({ lacksSecondFactor: true })
    const heard = channels.ear.frames.length
    channels.pushed.length = 0
    const made = await channels.somethingHappens()
    await portal.settled()
    expect(channels.pushed).toEqual([])
    await channels.witness.hears(({ about }) => about?.id === made)
    expect(channels.ear.frames.slice(heard)).toEqual([])
    await ask(false)
    for (const way of ['cookie', 'token'] as const)
      expect(await channels.closed(way)).toEqual(channels.names.map((name) => `${name}: open`))
    await channels.close()
  })

  it('while a large group is being separated it is closed to its externals by all channels, and to nobody else (GRP-7)', async () => {
    const id = portal.group('acme')
    const liam = await portal.as('liam')
    const channels = await openChannels(portal, { who: 'sofia', room: 'acme', inside: 'liam' })
    const colleague = await openChannels(portal, { who: 'ruth', room: 'acme', inside: 'liam' })
    await portal.settled()
    // Much has happened there; and what the queue would do is done by hand, so that it stands still in the middle.
    await portal.keep((tx) =>
      tx.execute(sql`insert into events (space_id, audience_id, kind, actor_id, about_kind, about_id, data, relayed_at)
        select space_id, audience_id, 'feed.posted', ${portal.person('liam')}, 'post', uuidv7(), '{}', now() from groups, generate_series(1, 5001) where id = ${id}`),
    )
    await portal.platform.jobs.stop()
    const heard = channels.ear.frames.length
    await liam.groups.isolate({ id, isolation: 'company' })
    const [going] = await portal.keep((tx) => tx.select().from(groupSeparations))
    const step = () => portal.keep((tx) => separateSome(tx, going?.id ?? '', 4000))
    await channels.ear.hears(({ kind }) => kind === 'access.changed')
    for (let steps = 0; steps === 0 || (await step()); steps++) {
      if (steps > 2) continue
      expect(await channels.closed(steps % 2 ? 'token' : 'cookie')).toEqual(
        channels.names.map((name) => `${name}: hidden`),
      )
      expect(await colleague.closed('cookie')).toEqual(colleague.names.map((name) => `${name}: open`))
      const made = await channels.somethingHappens()
      await channels.witness.hears(({ about }) => about?.id === made)
    }
    await channels.ear.caughtUp()
    expect(channels.ear.frames.slice(heard).filter(({ about }) => about && channels.made.has(about.id))).toEqual([])
    expect(await channels.closed('cookie')).toEqual(channels.names.map((name) => `${name}: open`))
    for (const one of [channels, colleague]) await one.close()
  }, 60_000)
})
