import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '#access/sessions.ts'
import { tokens } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import type { NewPoll, Poll } from '../contract.ts'
import { pollBoxes, pollOptions, polls, pollTurnouts, pollVotes } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

type Group = 'acme' | 'carriers'
const feed = async (who: PersonKey) => (await portal.as(who)).feed
const ask = async (who: PersonKey, group: Group, poll: Partial<NewPoll> = {}, audience?: 'team') => {
  const asked = { question: 'Which day?', options: ['Monday', 'Tuesday', 'Friday'], ...poll }
  const post = await (await feed(who)).add({ groupId: portal.group(group), poll: asked, ...(audience && { audience }) })
  const [monday = '', tuesday = '', friday = ''] = post.poll?.options.map(({ id }) => id) ?? []
  return { id: post.id, monday, tuesday, friday }
}
const vote = async (who: PersonKey, id: string, ...options: string[]) => (await feed(who)).vote({ id, options })
const read = async (who: PersonKey, id: string): Promise<Poll> => {
  const { poll } = await (await feed(who)).get({ id })
  if (!poll) throw new Error('There is no poll.')
  return poll
}
const counts = async (who: PersonKey, id: string) => {
  const { options, voters } = await read(who, id)
  return [voters, ...options.map(({ votes }) => votes)]
}
const byRule = (work: Promise<unknown>) =>
  work.then(
    (rows) => (Array.isArray(rows) ? rows.length : 'done'),
    (error: unknown) => String((error as { cause?: { code?: string } }).cause?.code),
  )

describe('who reads a poll and votes in it', () => {
  it('FEED-1: externals ask and vote as those who work here do, and everybody reads the same numbers', async () => {
    const { id, monday, friday } = await ask('kim', 'acme')
    await vote('liam', id, monday)
    await vote('omar', id, friday)
    await vote('sofia', id, friday)
    for (const who of ['kim', 'liam', 'hana'] as const) expect(await counts(who, id)).toEqual([3, 1, 0, 2])
    const names = await (await feed('kim')).votes({ id, optionId: friday, limit: 1 })
    expect(names.items.map(({ person }) => person?.name)).toEqual(['Omar Haddad'])
    const more = await (await feed('kim')).votes({ id, optionId: friday, after: names.next ?? '' })
    expect(more).toMatchObject({ items: [{ person: { id: portal.person('sofia') } }], next: null })
  })

  it('hidden and missing are one answer, for every procedure', async () => {
    const asked = await ask('liam', 'acme')
    const team = await ask('liam', 'acme', {}, 'team')
    const answers = async (who: PersonKey, id: string, option: string) => {
      const client = await feed(who)
      return Promise.all([
        refusal(client.vote({ id, options: [option] })),
        refusal(client.votes({ id, optionId: option })),
        refusal(client.endPoll({ id })),
      ])
    }
    const none = await answers('lena', crypto.randomUUID(), crypto.randomUUID())
    expect(none).toEqual(Array<string>(3).fill('NOT_FOUND 404'))
    for (const who of ['lena', 'noel', 'gita'] as const)
      expect(await answers(who, asked.id, asked.monday)).toEqual(none)
    // GRP-8: what the team asks among itself.
    for (const who of ['kim', 'lena'] as const) expect(await answers(who, team.id, team.monday)).toEqual(none)
  })

  it('an option of another poll is no option of this one, whoever may see that other', async () => {
    const [one, other] = [await ask('liam', 'acme'), await ask('liam', 'acme', {}, 'team')]
    for (const option of [other.monday, crypto.randomUUID()]) {
      expect(await refusal(vote('kim', one.id, option))).toBe('INVALID 400')
      expect((await (await feed('kim')).votes({ id: one.id, optionId: option })).items).toEqual([])
    }
  })

  it('a program with the token of somebody from outside votes as they would, and where they may not finds nothing', async () => {
    const { id, monday } = await ask('liam', 'acme')
    const send = async (who: PersonKey) => {
      const { shown, hash } = newToken()
      await portal.keep((tx) => tx.insert(tokens).values({ personId: portal.person(who), name: 'test', hash }))
      const answer = await fetch(`${portal.url}/api/v1/posts/${id}/poll/votes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${shown}`, 'content-type': 'application/json' },
        body: JSON.stringify({ options: [monday] }),
      })
      return [answer.status, ((await answer.json()) as { voters?: number }).voters]
    }
    expect(await send('kim')).toEqual([200, 1])
    expect(await send('lena')).toEqual([404, undefined])
    expect(await counts('liam', id)).toEqual([1, 1, 0, 0])
  })

  it('a post that is deleted has no poll any more, and none that is asked by its id', async () => {
    const { id, monday } = await ask('liam', 'acme')
    await (await feed('liam')).remove({ id })
    expect(await refusal(vote('kim', id, monday))).toBe('NOT_FOUND 404')
    expect(await portal.under('kim', (tx) => tx.select().from(polls).where(eq(polls.postId, id)))).toEqual([])
  })

  it('GRP-4: where the feed is shut its polls are; GRP-10: in an archived group polls are read', async () => {
    const { id, monday } = await ask('paula', 'carriers')
    await vote('zofia', id, monday)
    const groups = (await portal.as('paula')).groups
    const carriers = portal.group('carriers')
    await groups.changeTool({ id: carriers, tool: 'feed', viewers: 'team' })
    const seen = () =>
      portal.under('lena', async (tx) => [
        ...(await tx.select().from(polls).where(eq(polls.postId, id))),
        ...(await tx.select().from(pollOptions).where(eq(pollOptions.postId, id))),
        ...(await tx.select().from(pollVotes).where(eq(pollVotes.postId, id))),
      ])
    expect(await seen()).toEqual([])
    expect(await refusal(vote('lena', id, monday))).toBe('NOT_FOUND 404')
    await groups.changeTool({ id: carriers, tool: 'feed', viewers: 'members' })
    expect(await seen()).toHaveLength(5)
    await groups.archive({ id: carriers })
    expect(await read('lena', id)).toMatchObject({ voters: 1, may: { vote: false, end: false } })
    expect(await refusal(vote('lena', id, monday))).toBe('GROUP_ARCHIVED 403')
    expect(await refusal((await feed('paula')).endPoll({ id }))).toMatch(/403/)
    await groups.reopen({ id: carriers })
  })
})

describe('GRP-7: competitors kept apart', () => {
  it('count no vote of each other, by name or without, in no number and no name', async () => {
    for (const anonymous of [false, true]) {
      const { id, monday, tuesday } = await ask('paula', 'carriers', { anonymous })
      for (const who of ['wiktor', 'zofia', 'paula'] as const) await vote(who, id, monday)
      await vote('lena', id, tuesday)
      await vote('piotr', id, tuesday)
      await vote('marta', id, tuesday)
      expect(await counts('lena', id)).toEqual([4, 3, 1, 0])
      expect(await counts('piotr', id)).toEqual([5, 3, 2, 0])
      expect(await counts('paula', id)).toEqual([6, 3, 3, 0])
      const asked = (who: PersonKey) => feed(who).then((client) => client.votes({ id, optionId: tuesday }))
      if (anonymous) expect((await asked('paula')).items).toEqual([])
      else expect((await asked('lena')).items.map(({ person }) => person?.name)).toEqual(['Lena Hoffmann'])
    }
  })

  it('hear nothing of each other’s votes', async () => {
    for (const anonymous of [false, true]) {
      const { id, monday } = await ask('paula', 'carriers', { anonymous })
      await portal.settled()
      const [lena, piotr] = [
        await listenAs(portal, (await signIn(portal, 'lena')).cookie),
        await listenAs(portal, (await signIn(portal, 'piotr')).cookie),
      ]
      const ofVotes = ({ kind }: { kind: string }) => kind === 'feed.voted'
      await vote('lena', id, monday)
      await portal.settled()
      await lena.hears(ofVotes)
      await piotr.caughtUp()
      expect(piotr.frames.filter(ofVotes)).toEqual([])
      await vote('wiktor', id, monday)
      await portal.settled()
      await piotr.hears(ofVotes)
      lena.close()
      piotr.close()
    }
  })

  it('what was voted before goes where whoever voted speaks, and what has no name stays with those who work here', async () => {
    const [named, unnamed, ofTeam] = [
      await ask('liam', 'acme'),
      await ask('liam', 'acme', { anonymous: true }),
      await ask('liam', 'acme', { anonymous: true }),
    ]
    const ofKim = await ask('kim', 'acme')
    for (const { id, monday } of [named, unnamed, ofKim])
      for (const who of ['kim', 'sofia', 'liam', 'hana'] as const) await vote(who, id, monday)
    for (const who of ['ruth', 'liam', 'hana'] as const) await vote(who, ofTeam.id, ofTeam.friday)
    const acme = portal.group('acme')
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'company' })
    await portal.settled()
    expect(await counts('sofia', named.id)).toEqual([3, 3, 0, 0])
    expect(await counts('kim', named.id)).toEqual([3, 3, 0, 0])
    expect(await counts('liam', named.id)).toEqual([4, 4, 0, 0])
    // Of kim's poll sofia knows nothing any more; those who work here know of her vote.
    expect(await refusal(read('sofia', ofKim.id))).toBe('NOT_FOUND 404')
    expect([await counts('kim', ofKim.id), await counts('liam', ofKim.id)]).toEqual([
      [3, 3, 0, 0],
      [4, 4, 0, 0],
    ])
    expect(await counts('liam', unnamed.id)).toEqual([4, 4, 0, 0])
    expect(await counts('sofia', unnamed.id)).toEqual([0, null, null, null])
    expect(await read('sofia', unnamed.id)).toMatchObject({ voted: true, may: { vote: false } })
    expect(await counts('sofia', ofTeam.id)).toEqual([3, 0, 0, 3])
    const strays = await portal.under('sofia', (tx) =>
      tx
        .select()
        .from(pollVotes)
        .where(eq(pollVotes.authorId, portal.person('kim'))),
    )
    expect(strays).toEqual([])
    await (await portal.as('liam')).groups.isolate({ id: acme, isolation: 'open' })
    await portal.settled()
  })

  it('where people from outside only read they do not vote, and no button says they might', async () => {
    const { id, monday } = await ask('paula', 'carriers')
    const groups = (await portal.as('paula')).groups
    await groups.isolate({ id: portal.group('carriers'), isolation: 'readonly' })
    await portal.settled()
    expect((await read('lena', id)).may).toEqual({ vote: false, end: false })
    expect(await refusal(vote('lena', id, monday))).toBe('READ_ONLY_HERE 403')
    await groups.isolate({ id: portal.group('carriers'), isolation: 'company' })
    await portal.settled()
  })
})

it('whoever changes company votes no second time: what they voted with the one before stays there, out of their sight', async () => {
  const { id, monday, tuesday } = await ask('paula', 'carriers')
  await vote('timur', id, monday)
  const { people } = await portal.as('anna')
  const { companyId } = await people.get({ id: portal.person('marta') })
  await people.change({ id: portal.person('timur'), companyId })
  await portal.settled()
  expect(await read('timur', id)).toMatchObject({ voters: 0, voted: false })
  expect(await refusal(vote('timur', id, tuesday))).toBe('VOTED_BEFORE 403')
  expect([await counts('paula', id), await counts('piotr', id)]).toEqual([
    [1, 1, 0, 0],
    [0, 0, 0, 0],
  ])
})

describe('what the database holds, whoever writes past the procedures', () => {
  const rowOf = (id: string) =>
    portal.keep(async (tx) => {
      const [poll] = await tx.select().from(polls).where(eq(polls.postId, id))
      if (!poll) throw new Error('The poll was not kept.')
      return poll
    })
  const put = async (
    who: PersonKey,
    { id, option }: { id: string; option: string },
    other: Partial<typeof pollVotes.$inferInsert> = {},
  ) => {
    const { spaceId, audienceId, several } = await rowOf(id)
    const row = { postId: id, spaceId, audienceId, optionId: option, authorId: portal.person(who), several, ...other }
    return byRule(portal.under(who, (tx) => tx.insert(pollVotes).values(row)))
  }

  it('takes a vote for an option of the poll alone, one where one is asked for, in nobody else’s name, and for no more readers', async () => {
    const [poll, other, team] = [
      await ask('liam', 'acme'),
      await ask('liam', 'acme'),
      await ask('liam', 'acme', {}, 'team'),
    ]
    const to = { id: poll.id, option: poll.monday }
    expect(await put('kim', { ...to, option: other.monday })).toBe('23503')
    expect(await put('kim', to, { several: true })).toBe('23503')
    expect(await put('kim', to, { authorId: portal.person('omar') })).toBe('42501')
    expect(
      await put('hana', { id: team.id, option: team.monday }, { audienceId: (await rowOf(poll.id)).audienceId }),
    ).toBe('42501')
    expect(await put('kim', { id: team.id, option: team.monday })).toBe('42501')
    expect(await put('kim', to)).toBe('done')
    expect(await put('kim', to)).toBe('23505')
    expect(await put('kim', { ...to, option: poll.tuesday })).toBe('23505')
  })

  it('lets nobody write an option anew, write sums, or turn out in the name of another', async () => {
    const { id, monday } = await ask('liam', 'acme', { anonymous: true })
    for (const who of ['kim', 'omar', 'sofia'] as const) await vote(who, id, monday)
    const { spaceId, audienceId } = await rowOf(id)
    const tried = (work: Parameters<typeof portal.under<unknown>>[1]) => byRule(portal.under('liam', work))
    expect(await tried((tx) => tx.update(pollOptions).set({ text: 'Sunday' }))).toBe('42501')
    expect(await tried((tx) => tx.update(pollBoxes).set({ ballots: 9 }))).toBe('42501')
    expect(await tried((tx) => tx.delete(pollBoxes))).toBe('42501')
    expect(
      await tried((tx) => tx.insert(pollBoxes).values({ postId: id, spaceId, audienceId, ballots: 1, counts: [1] })),
    ).toBe('42501')
    expect(
      await tried((tx) => tx.insert(pollTurnouts).values({ postId: id, spaceId, personId: portal.person('hana') })),
    ).toBe('42501')
    expect(await put('liam', { id, option: monday })).toBe('42501')
    expect(await tried((tx) => tx.update(polls).set({ question: 'Why?' }))).toBe('42501')
  })

  it('an end is now, once, by whoever asked and whoever manages; after it nobody votes or takes a vote back', async () => {
    const { id, monday, tuesday } = await ask('kim', 'acme')
    await vote('omar', id, monday)
    const end = (who: PersonKey, at: ReturnType<typeof sql>) =>
      byRule(portal.under(who, (tx) => tx.update(polls).set({ endsAt: at }).where(eq(polls.postId, id)).returning()))
    expect(await end('omar', sql`now()`)).toBe(0)
    expect(await end('kim', sql`now() + interval '1 day'`)).toBe('42501')
    expect(await end('kim', sql`now() - interval '1 day'`)).toBe('42501')
    expect(await refusal((await feed('omar')).endPoll({ id }))).toBe('NOT_YOURS_TO_END 403')
    expect(await (await feed('ruth')).endPoll({ id })).toMatchObject({ ended: true, may: { vote: false, end: false } })
    expect(await end('kim', sql`now()`)).toBe(0)
    expect(await refusal(vote('omar', id, tuesday))).toBe('POLL_ENDED 403')
    expect(await refusal(vote('omar', id))).toBe('POLL_ENDED 403')
    expect(await put('omar', { id, option: tuesday })).toBe('42501')
    expect(
      await byRule(portal.under('omar', (tx) => tx.delete(pollVotes).where(eq(pollVotes.postId, id)).returning())),
    ).toBe(0)
    expect(await counts('kim', id)).toEqual([1, 1, 0, 0])
  })
})

describe('somebody comes late, or is gone', () => {
  it('GRP-9: a poll from before somebody came is not there for them, and votes of those who are gone stay', async () => {
    const groups = (await portal.as('liam')).groups
    const acme = portal.group('acme')
    await groups.change({ id: acme, history: 'joining' })
    const { id, monday } = await ask('liam', 'acme')
    for (const who of ['kim', 'ingrid', 'liam'] as const) await vote(who, id, monday)
    await letIn(portal, acme, 'yusuf', 'liam')
    await portal.settled()
    expect(await refusal(read('yusuf', id))).toBe('NOT_FOUND 404')
    expect(await refusal(vote('yusuf', id, monday))).toBe('NOT_FOUND 404')
    await groups.removeMember({ id: acme, personId: portal.person('ingrid') })
    await portal.settled()
    expect(await refusal(read('ingrid', id))).toBe('NOT_FOUND 404')
    expect(await refusal(vote('ingrid', id, monday))).toBe('NOT_FOUND 404')
    expect(await counts('kim', id)).toEqual([3, 3, 0, 0])
  })
})
