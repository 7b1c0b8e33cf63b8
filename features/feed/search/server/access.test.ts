import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { postWords } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'
let portal: TestPortal
let acme: string
let carriers: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
  carriers = portal.group('carriers')
})
afterAll(() => portal.close())

const answer = async (who: PersonKey, words: string, more: Record<string, unknown> = {}) =>
  (await portal.as(who)).feed.search({ words, ...more })
const found = async (who: PersonKey, words: string, more: Record<string, unknown> = {}) =>
  (await answer(who, words, more)).items.map(({ excerpt }) => excerpt.map(({ text }) => text).join(''))
const nothing = { items: [], next: null }
const say = async (who: PersonKey, groupId: string, text: string, more: { audience?: 'team' } = {}) => {
  const post = await (await portal.as(who)).feed.add({ groupId, text, ...more })
  await portal.settled()
  return post
}
const comment = async (who: PersonKey, threadId: string, text: string, more: { audience?: 'team' } = {}) => {
  const said = await (await portal.as(who)).comments.add({ threadId, text, ...more })
  await portal.settled()
  return said
}
/** Rows of the index that somebody sees, asked of the table itself. */
const rowsOf = (who: PersonKey, word: string) =>
  portal.under(who, (tx) =>
    tx
      .select()
      .from(postWords)
      .where(sql`${postWords.words}::text like ${`%'${word}'%`}`),
  )
/** What the function that looks through the index answers somebody, before any rule is asked. */
const candidates = (who: PersonKey, word: string, atHand: number) =>
  portal.under(who, async (tx) => {
    const { rows } = await tx.execute<{ ids: string[] }>(
      sql`select access.found_words('post_words', 'feed', array[${word}], 'ffffffff-ffff-ffff-ffff-ffffffffffff', null, null, 50, ${atHand}) as ids`,
    )
    return rows[0]?.ids ?? []
  })
/** By every way there is: the answer, the rows, and the ids before the rules. */
const findsNothing = async (who: PersonKey, word: string) => {
  expect(await answer(who, word), who).toEqual(nothing)
  expect(await rowsOf(who, word), who).toEqual([])
  // Looked at one by one, and by the index of words.
  for (const atHand of [10_000, 0]) expect(await candidates(who, word, atHand), who).toEqual([])
}

describe('who finds what', () => {
  it('members find a post of their group; a competitor, a colleague outside it and somebody in the lobby find nothing', async () => {
    await say('liam', acme, 'The pelican lands')
    for (const who of ['kim', 'hana'] as const) expect(await found(who, 'pelican')).toEqual(['The pelican lands'])
    for (const who of ['lena', 'piotr', 'gita'] as const) {
      await findsNothing(who, 'pelican')
      expect(await answer(who, 'pelican')).toEqual(await answer(who, 'nosuchword'))
    }
    await expect(answer('noel', 'pelican')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('GRP-8: what is for the team, and a word for the team below a post that one reads, is found by the team', async () => {
    await say('liam', acme, 'The heron waits', { audience: 'team' })
    const open = await say('liam', acme, 'The open post')
    await comment('hana', open.id, 'A heron for us', { audience: 'team' })
    expect(await found('liam', 'heron', { group: acme })).toEqual(['A heron for us', 'The heron waits'])
    await findsNothing('kim', 'heron')
  })

  it.each(['company', 'staff', 'voice'] as const)('GRP-7, %s: of a competitor nothing is found', async (isolation) => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: carriers, isolation })
    const word = `ibis${isolation}`
    const all = await say('paula', carriers, `Dates, ${isolation}`)
    await say('lena', carriers, `An offer: ${word}`)
    await comment('lena', all.id, `And below: ${word}`)
    await findsNothing('piotr', word)
    for (const who of ['lena', 'paula'] as const) expect(await found(who, word)).toHaveLength(2)
  })

  it('GRP-7: what all had said goes where they speak once they are kept apart, and so does what is found', async () => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: carriers, isolation: 'open' })
    const post = await say('paula', carriers, 'While all met')
    await comment('lena', post.id, 'A stork of Beta')
    await say('lena', carriers, 'Another stork of Beta')
    expect(await found('piotr', 'stork')).toHaveLength(2)
    await paula.groups.isolate({ id: carriers, isolation: 'company' })
    await portal.settled()
    await findsNothing('piotr', 'stork')
    expect(await found('lena', 'stork')).toHaveLength(2)
  })

  it('GRP-9: whoever begins with the day of joining finds nothing of before', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({
      name: 'Pond',
      external: true,
      visibility: 'secret',
      history: 'joining',
    })
    await letIn(portal, id, 'kim', 'liam')
    await say('liam', id, 'The bittern before')
    await letIn(portal, id, 'omar', 'liam')
    await portal.settled()
    await findsNothing('omar', 'bittern')
    await say('liam', id, 'The bittern after')
    expect(await found('omar', 'bittern')).toEqual(['The bittern after'])
    expect(await found('kim', 'bittern')).toEqual(['The bittern after', 'The bittern before'])
  })

  it('GRP-4, GRP-10: nothing where the feed is shut; in an archived group as before, in a removed one nothing', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({ name: 'Marsh', external: true, visibility: 'secret' })
    await letIn(portal, id, 'kim', 'liam')
    const post = await say('liam', id, 'The crane dances')
    await comment('kim', post.id, 'The crane indeed')
    const all = { adders: 'members', changers: 'members' } as const
    await liam.groups.changeTool({ id, tool: 'feed', on: true, viewers: 'team', ...all })
    await findsNothing('kim', 'crane')
    expect(await found('liam', 'crane')).toHaveLength(2)
    await liam.groups.changeTool({ id, tool: 'feed', on: false, viewers: 'members', ...all })
    for (const who of ['kim', 'liam'] as const) await findsNothing(who, 'crane')
    await liam.groups.changeTool({ id, tool: 'feed', on: true, viewers: 'members', ...all })
    await liam.groups.archive({ id })
    expect([await found('kim', 'crane'), await found('liam', 'crane')].map(({ length }) => length)).toEqual([2, 2])
    await portal.keep((tx) =>
      tx.execute(sql`update spaces set deleted_at = now() where id = (select space_id from groups where id = ${id})`),
    )
    for (const who of ['kim', 'liam'] as const) await findsNothing(who, 'crane')
  })

  it('somebody removed, by a token too, finds nothing any more; nobody finds what was deleted', async () => {
    const liam = await portal.as('liam')
    await letIn(portal, acme, 'lena', 'liam')
    const post = await say('liam', acme, 'The egret stands')
    await comment('liam', post.id, 'The egret below')
    const { token } = await (await portal.freshly('lena')).account.makeToken({ name: 'report' })
    const byToken = async () => {
      const headers = { authorization: `Bearer ${token}` }
      return (await fetch(`${portal.url}/api/v1/feed/search?words=egret`, { headers })).json()
    }
    expect(await byToken()).toMatchObject({ items: [{ below: 'The egret stands' }, { below: null }] })
    await liam.groups.removeMember({ id: acme, personId: portal.person('lena') })
    expect(await byToken()).toEqual(nothing)
    await findsNothing('lena', 'egret')
    await liam.feed.remove({ id: post.id })
    for (const who of ['kim', 'liam'] as const) {
      // Nor does a page end where it stood.
      for (const limit of [20, 1]) expect(await answer(who, 'egret', { limit })).toEqual(nothing)
      expect(await rowsOf(who, 'egret')).toEqual([])
    }
  })
})

describe('names', () => {
  it('nobody is found by a name: not who wrote, not who is mentioned', async () => {
    const mention = `@[${portal.person('kim')}]`
    const post = await say('liam', acme, 'A flamingo')
    await comment('liam', post.id, `${mention} look, a flamingo`)
    await (
      await portal.as('liam')
    ).feed.add({
      groupId: acme,
      document: {
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'person', attrs: { id: portal.person('kim') } },
              { type: 'text', text: ' and a flamingo' },
            ],
          },
        ],
      },
    })
    await portal.settled()
    const kim = (await answer('liam', 'flamingo', { limit: 2 })).items.flatMap(({ excerpt }) => excerpt)
    const name =
      kim
        .map(({ text }) => text)
        .join('')
        .match(/@(\w+)/)?.[1] ?? ''
    expect(name).not.toBe('')
    for (const word of [name, 'liam', portal.person('kim').slice(-12)])
      expect(await found('hana', `${word} flamingo`), word).toEqual([])
  })

  it('GRP-7: whoever is not named in one voice said nothing, as somebody who is not there; and stands by no name beside what is found', async () => {
    await acquaint(portal, 'paula', ['lena', 'piotr'])
    await (await portal.as('paula')).groups.isolate({ id: carriers, isolation: 'voice' })
    await say('paula', carriers, 'The avocet calls')
    const mine = await answer('lena', 'avocet')
    expect(mine.items.map(({ author, group }) => [author, group?.voice])).toEqual([[null, true]])
    const nobody = await answer('lena', 'avocet', { person: randomId })
    expect(nobody).toEqual(nothing)
    for (const key of ['paula', 'piotr', 'gita'] as const)
      expect(await answer('lena', 'avocet', { person: portal.person(key) })).toEqual(nobody)
    expect(await found('paula', 'avocet', { person: portal.person('paula') })).toHaveLength(1)
  })

  it('a hidden group is no other than one that is missing', async () => {
    const ask = async (group: string) => refusal(answer('lena', 'pelican', { group }))
    expect(await ask(acme)).toBe(await ask(randomId))
  })
})

it('the index of words finds what one finds by looking at all, for everybody', async () => {
  for (const who of ['kim', 'lena', 'omar', 'liam', 'paula', 'anna', 'gita'] as const)
    for (const word of ['a', 'the', 'floor', 'offer', 'dates', 'crane', 'nosuchword'])
      expect(await candidates(who, word, 0), `${who} ${word}`).toEqual(await candidates(who, word, 10_000))
})

it('nobody writes what is searched, and a row goes with what it is of', async () => {
  const post = await say('liam', acme, 'The spoonbill')
  const [row] = await rowsOf('liam', 'spoonbill')
  if (!row) throw new Error('There is no such row.')
  for (const act of [
    sql`insert into post_words select * from post_words`,
    sql`update post_words set words = ''`,
    sql`delete from post_words`,
  ])
    await expect(portal.under('liam', (tx) => tx.execute(act))).rejects.toMatchObject({ cause: { code: '42501' } })
  await portal.keep((tx) => tx.execute(sql`delete from posts where id = ${post.id}`))
  expect(await portal.keep((tx) => tx.select().from(postWords).where(eq(postWords.id, post.id)))).toEqual([])
})
