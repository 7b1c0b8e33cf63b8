import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { asPerson } from '#access/signed-in.ts'
import { events } from '#events/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import type { NewPoll } from '../contract.ts'
import { ownVotes } from './exported.ts'
import { pollEnds } from './jobs.ts'
import { pollBoxes, polls, pollTurnouts, pollVotes } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const feed = async (who: PersonKey) => (await portal.as(who)).feed
const ask = async (who: PersonKey, poll: Partial<NewPoll> = {}, text?: string) => {
  const asked = { question: 'Which day?', options: ['Monday', 'Tuesday', 'Friday'], ...poll }
  const post = await (await feed(who)).add({ groupId: portal.group('acme'), poll: asked, ...(text ? { text } : {}) })
  const [monday = '', tuesday = '', friday = ''] = post.poll?.options.map(({ id }) => id) ?? []
  return { post, id: post.id, monday, tuesday, friday }
}
const vote = async (who: PersonKey, id: string, ...options: string[]) => (await feed(who)).vote({ id, options })
const eventsOf = (id: string) =>
  portal.keep(async (tx) => (await tx.select().from(events).where(eq(events.aboutId, id))).map(({ kind }) => kind))

describe('a poll is made with its post', () => {
  it('whose words are its question where there are no others, and change without it', async () => {
    const { post, id, monday } = await ask('kim')
    expect(post).toMatchObject({ text: 'Which day?', poll: { question: 'Which day?', voters: 0, endsAt: null } })
    await vote('liam', id, monday)
    const changed = await (await feed('kim')).change({ id, text: 'Say which day suits you' })
    expect(changed).toMatchObject({ text: 'Say which day suits you', poll: { question: 'Which day?', voters: 1 } })
    expect((await ask('kim', {}, 'A walk through the floor')).post.text).toBe('A walk through the floor')
  })

  it('with two to twenty different options, of 200 letters at most, and an end that is still to come', async () => {
    const wrong: Partial<NewPoll>[] = [
      { options: ['One'] },
      { options: Array.from({ length: 21 }, (_, at) => `Option ${at}`) },
      { options: ['Yes', 'x'.repeat(201)] },
      { options: ['Yes', ' yes '] },
      { options: ['Yes', ' '] },
      { question: ' ' },
      { endsAt: new Date(Date.now() - 60_000).toISOString() },
      { extra: 'unknown' } as object,
    ]
    for (const poll of wrong) expect(await refusal(ask('kim', poll)), JSON.stringify(poll)).toMatch(/ 400$/)
    expect((await ask('kim', { options: ['Yes', 'x'.repeat(200)] })).post.poll?.options).toHaveLength(2)
  })
})

describe('votes by name', () => {
  it('are changed and taken back until the poll ends, one where one is asked for', async () => {
    const { id, monday, tuesday } = await ask('liam')
    expect(await refusal(vote('kim', id, monday, tuesday))).toBe('INVALID 400')
    await vote('kim', id, monday)
    const other = await vote('kim', id, tuesday)
    expect(other).toMatchObject({ voters: 1, voted: true, options: [{ votes: 0 }, { votes: 1, mine: true }, {}] })
    expect(await vote('kim', id)).toMatchObject({ voters: 0, voted: false, may: { vote: true } })
    expect((await eventsOf(id)).filter((kind) => kind === 'feed.voted')).toHaveLength(3)
    await vote('kim', id)
    expect((await eventsOf(id)).filter((kind) => kind === 'feed.voted')).toHaveLength(3)
  })

  it('may be several, and a person counts once however many they chose', async () => {
    const { id, monday, tuesday, friday } = await ask('liam', { several: true })
    await vote('kim', id, monday, tuesday, tuesday)
    expect(await vote('omar', id, tuesday, friday)).toMatchObject({
      voters: 2,
      options: [{ votes: 1 }, { votes: 2, mine: true }, { votes: 1, mine: true }],
    })
    expect(await vote('kim', id, friday)).toMatchObject({ options: [{ votes: 0 }, { votes: 1 }, { votes: 2 }] })
  })

  it('of one person at the same time count once', async () => {
    for (const several of [false, true]) {
      const { id, monday, tuesday, friday } = await ask('liam', { several })
      const choices = [monday, tuesday, friday, monday, tuesday, friday]
      await Promise.all(choices.map((choice) => vote('kim', id, choice)))
      const rows = await portal.keep((tx) => tx.select().from(pollVotes).where(eq(pollVotes.postId, id)))
      expect(rows).toHaveLength(1)
    }
  })
})

describe('votes without names', () => {
  it('are shown once there are three, before the end and after it, and never whose they are', async () => {
    const { id, monday, tuesday } = await ask('liam', { anonymous: true })
    await vote('kim', id, monday)
    const second = await vote('omar', id, monday)
    expect(second).toMatchObject({ voters: 2, voted: true, options: [{ votes: null, mine: false }, {}, {}] })
    const third = await vote('sofia', id, tuesday)
    expect(third).toMatchObject({ voters: 3, options: [{ votes: 2 }, { votes: 1, mine: false }, { votes: 0 }] })
    const few = await ask('liam', { anonymous: true })
    await vote('kim', few.id, few.monday)
    expect(await (await feed('liam')).endPoll({ id: few.id })).toMatchObject({
      voters: 1,
      options: [{ votes: null }, {}, {}],
    })
  })

  it('are final, and counted once of one person at the same time', async () => {
    const { id, monday, tuesday } = await ask('liam', { anonymous: true })
    const tried = await Promise.all([monday, tuesday, monday].map((choice) => refusal(vote('kim', id, choice))))
    expect(tried.toSorted()).toEqual(['VOTE_IS_FINAL 403', 'VOTE_IS_FINAL 403', 'done'])
    for (const options of [[tuesday], []]) expect(await refusal(vote('kim', id, ...options))).toBe('VOTE_IS_FINAL 403')
    expect(await refusal(vote('omar', id))).toBe('INVALID 400')
    expect(await vote('omar', id, monday)).toMatchObject({ voters: 2, may: { vote: false } })
  })

  it('leave nothing that says who chose what: no row of a vote, no event, no time', async () => {
    const { id, monday, tuesday } = await ask('liam', { anonymous: true })
    for (const [who, choice] of [
      ['kim', monday],
      ['omar', tuesday],
      ['sofia', monday],
    ] as const)
      await vote(who, id, choice)
    await portal.settled()
    expect(await eventsOf(id)).toEqual(['feed.posted'])
    const kept = await portal.keep(async (tx) => ({
      votes: await tx.select().from(pollVotes).where(eq(pollVotes.postId, id)),
      boxes: await tx.select().from(pollBoxes).where(eq(pollBoxes.postId, id)),
      turnouts: await tx.select().from(pollTurnouts).where(eq(pollTurnouts.postId, id)),
    }))
    expect(kept.votes).toEqual([])
    expect(kept.boxes).toMatchObject([{ ballots: 3, counts: [2, 1, 0] }])
    expect(Object.keys(kept.turnouts[0] ?? {}).toSorted()).toEqual(['personId', 'postId', 'spaceId'])
    const seen = (who: PersonKey) =>
      portal.under(who, (tx) => tx.select().from(pollTurnouts).where(eq(pollTurnouts.postId, id)))
    expect([await seen('kim'), await seen('liam')]).toMatchObject([[{ personId: portal.person('kim') }], []])
  })
})

describe('the end of a poll', () => {
  const bell = async (who: PersonKey, id: string) =>
    (await (await portal.as(who)).notices.list({})).items.filter(
      ({ happened, about }) => happened === 'pollEnded' && about.id === id,
    )

  it('by the clock is told once to whoever asked, and to nobody else', async () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const { id, monday } = await ask('kim', { endsAt })
    await vote('liam', id, monday)
    await pollEnds.run({ postId: id, endsAt }, portal.platform)
    expect(await eventsOf(id)).not.toContain('feed.pollEnded')
    const over = new Date(Date.now() - 1000)
    await portal.keep((tx) => tx.update(polls).set({ endsAt: over }).where(eq(polls.postId, id)))
    expect(await refusal(vote('liam', id, monday))).toBe('POLL_ENDED 403')
    for (const at of [endsAt, over.toISOString(), over.toISOString()])
      await pollEnds.run({ postId: id, endsAt: at }, portal.platform)
    await portal.settled()
    expect((await eventsOf(id)).filter((kind) => kind === 'feed.pollEnded')).toHaveLength(1)
    expect(await bell('kim', id)).toMatchObject([{ person: null, about: { title: 'Which day?' } }])
    expect(await bell('liam', id)).toEqual([])
  })

  it('by somebody else is told to whoever asked, by themselves to nobody, and both stop the clock', async () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    for (const [by, told] of [
      ['ruth', 1],
      ['kim', 0],
    ] as const) {
      const { id } = await ask('kim', { endsAt })
      await (await feed(by)).endPoll({ id })
      await (await feed(by)).endPoll({ id })
      await pollEnds.run({ postId: id, endsAt }, portal.platform)
      await portal.settled()
      expect((await eventsOf(id)).filter((kind) => kind === 'feed.pollEnded')).toHaveLength(1)
      expect(await bell('kim', id)).toHaveLength(told)
    }
  })

  it('comes by a job that is waiting from when it was asked', async () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString()
    const { id } = await ask('kim', { endsAt })
    await portal.settled()
    const waiting = await portal.keep((tx) =>
      tx.execute<{ after: Date }>(
        sql`select start_after as after from jobs.job where name = 'feed.pollEnds' and data ->> 'postId' = ${id}`,
      ),
    )
    expect(waiting.rows.map(({ after }) => new Date(after).toISOString())).toEqual([endsAt])
  })
})

it('the copy of one’s own data says what one voted, and of votes without names only that one did', async () => {
  const [named, unnamed] = [
    await ask('liam', { question: 'By name?' }),
    await ask('liam', { question: 'Without?', anonymous: true }),
  ]
  await vote('ingrid', named.id, named.tuesday)
  await vote('ingrid', unnamed.id, unnamed.friday)
  const ingrid = { id: portal.person('ingrid'), language: 'en' } as Parameters<typeof ownVotes.page>[1]['me']
  const reading = { me: ingrid, platform: portal.platform, group: null, from: null, until: null, former: '' }
  const { items } = await asPerson(portal.platform.database, ingrid.id, (tx) => ownVotes.page(tx, reading, undefined))
  expect(items.slice(0, 2)).toMatchObject([
    { title: 'By name?', text: 'Tuesday', data: { answer: 'Tuesday' } },
    { at: null, title: 'Without?', data: { answer: null, votedAt: null } },
  ])
  expect(JSON.stringify(items)).not.toContain('Friday')
})
