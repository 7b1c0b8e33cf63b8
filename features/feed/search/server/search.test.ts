import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

let portal: TestPortal
let acme: string
beforeAll(async () => {
  portal = await openTestPortal()
  acme = portal.group('acme')
})
afterAll(() => portal.close())

const feed = async (who: PersonKey) => (await portal.as(who)).feed
const look = async (who: PersonKey, words: string, more: Record<string, unknown> = {}) =>
  (await (await feed(who)).search({ words, ...more })).items
const found = async (who: PersonKey, words: string, more: Record<string, unknown> = {}) =>
  (await look(who, words, more)).map(({ excerpt }) =>
    excerpt.map(({ text, found: mark }) => (mark ? `[${text}]` : text)).join(''),
  )
const post = async (text: string, who: PersonKey = 'liam', groupId = acme) => {
  const made = await (await feed(who)).add({ groupId, text })
  await portal.settled()
  return made
}

describe('what is found', () => {
  it('a post by its words, whatever their case, order and endings, and by how they begin', async () => {
    await post('The Zebras are crossing; every crossing was painted.')
    for (const words of ['zebra', 'ZEBRAS', 'crossings zebra', 'zeb cross', 'painting zebras', 'the zebras'])
      expect(await found('kim', words), words).toHaveLength(1)
    for (const words of ['zebra lion', 'ebra', 'zebrass']) expect(await found('kim', words), words).toEqual([])
    expect(await found('kim', 'zebra crossings')).toEqual([
      'The [Zebras] are [crossing]; every [crossing] was painted.',
    ])
  })

  it('in Russian by its endings, ё as е, and in Polish by how a word begins', async () => {
    await post('Жёлтые занавески развешены в переговорных.')
    expect(await found('kim', 'желтая занавеска')).toEqual(['[Жёлтые] [занавески] развешены в переговорных.'])
    await post('Umowy podpisaliśmy w Łodzi.')
    expect(await found('kim', 'umow łódź')).toEqual([])
    expect(await found('kim', 'umow łodz')).toEqual(['[Umowy] podpisaliśmy w [Łodzi].'])
  })

  it('a comment with the beginning of its post, newest first, page by page', async () => {
    const first = await post('About the quokka')
    await (await portal.as('kim')).comments.add({ threadId: first.id, text: 'A quokka smiles' })
    await portal.settled()
    await post('Another quokka')
    expect(await look('hana', 'quokka')).toMatchObject([
      { commentId: null, below: null },
      { postId: first.id, below: 'About the quokka', author: { id: portal.person('kim') } },
      { id: first.id, postId: first.id, commentId: null },
    ])
    const one = await (await feed('hana')).search({ words: 'quokka', limit: 2 })
    const two = await (await feed('hana')).search({ words: 'quokka', limit: 2, after: one.next ?? '' })
    expect([one.items.length, two.items.map(({ id }) => id), two.next]).toEqual([2, [first.id], null])
  })

  it('what it says now, and nothing of what it said before or of what was deleted', async () => {
    const { id } = await post('The capybara swims')
    const liam = await portal.as('liam')
    const said = await liam.comments.add({ threadId: id, text: 'A capybara indeed' })
    await portal.settled()
    expect(await found('kim', 'capybara')).toHaveLength(2)
    await liam.feed.change({ id, text: 'The wombat digs' })
    await liam.comments.edit({ id: said.id, text: 'A wombat indeed' })
    // Even before the relay has heard of it.
    expect(await found('kim', 'capybara')).toEqual([])
    await portal.settled()
    expect(await found('kim', 'capybara')).toEqual([])
    expect(await found('kim', 'wombat')).toHaveLength(2)
    await liam.comments.remove({ id: said.id })
    expect(await found('kim', 'wombat')).toHaveLength(1)
    await portal.settled()
    await liam.comments.restore({ id: said.id })
    await portal.settled()
    expect(await found('kim', 'wombat')).toHaveLength(2)
    await liam.feed.remove({ id })
    expect(await found('kim', 'wombat')).toEqual([])
    await liam.feed.restore({ id })
    expect(await found('kim', 'wombat')).toHaveLength(2)
  })

  it('together with what else the feed is narrowed by', async () => {
    const liam = await post('An axolotl from Liam')
    await post('An axolotl from Kim', 'kim')
    const hana = await feed('hana')
    await hana.readAll({})
    await hana.favour({ id: liam.id })
    const texts = ['An [axolotl] from Kim', 'An [axolotl] from Liam']
    expect(await found('hana', 'axolotl', { group: acme })).toEqual(texts)
    expect(await found('hana', 'axolotl', { group: portal.group('workshop') })).toEqual([])
    expect(await found('hana', 'axolotl', { person: portal.person('kim') })).toEqual(texts.slice(0, 1))
    expect(await found('hana', 'axolotl', { favourites: true })).toEqual(texts.slice(1))
    expect(await found('hana', 'axolotl', { unread: true })).toEqual([])
  })

  it('nothing for signs alone, or more than can be', async () => {
    for (const words of ['!!! …', `'`, '\\', ':*', '%', 'qz & | ! ( qx', 'x'.repeat(150)])
      expect(await found('kim', words), words).toEqual([])
    await expect((await feed('kim')).search({ words: '   ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
