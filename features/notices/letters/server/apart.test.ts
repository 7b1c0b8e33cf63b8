import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { openedTo } from '#tests/rules/letters.ts'
import { notices } from '../../server/tables.ts'
import { gatherLetters } from './jobs.ts'

const to = { lena: 'lena@beta-logistics.example', piotr: 'piotr@gamma-freight.example' }

describe('letters in groups that keep people from outside apart', () => {
  let portal: TestPortal
  let groupId: string
  beforeAll(async () => {
    portal = await openTestPortal()
    groupId = portal.group('carriers')
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  /** All that was ever written to somebody, every way it can be read. */
  const writtenTo = async (who: keyof typeof to) => {
    await portal.settled()
    const letters = await openedTo(portal.folder, to[who])
    return letters.map(({ raw, subject, text, html }) => [raw.replace(/=\r?\n/g, ''), subject, text, html].join('\n'))
  }

  it('GRP-7: in one voice no letter names anybody who works here, nor a competitor', async () => {
    // Also not to those who know her, and each other, from elsewhere.
    await acquaint(portal, 'paula', ['lena', 'piotr'])
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: groupId, isolation: 'voice' })
    await portal.settled()
    const { id } = await paula.feed.add({ groupId, text: 'New ramps' })
    await (await portal.as('lena')).comments.add({ threadId: id, text: 'zqlena asks' })
    await (await portal.as('piotr')).comments.add({ threadId: id, text: 'zqpiotr asks' })
    await (await portal.as('boris')).comments.add({ threadId: id, text: 'From tomorrow' })
    await paula.tasks.create({ groupId, title: 'Send the lorry', responsibleId: portal.person('lena') })
    const { name: paulas } = await paula.account.me()
    const { name: boris } = await (await portal.as('boris')).account.me()
    const letters = await writtenTo('lena')
    expect(letters.length).toBeGreaterThan(2)
    expect(letters.join('\n')).toContain('Orlanta has given you this task')
    for (const letter of letters)
      for (const hidden of [paulas, boris, 'zqpiotr', 'Piotr', 'Zawada']) expect(letter).not.toContain(hidden)
    for (const letter of await writtenTo('piotr')) expect(letter).not.toMatch(/zqlena|Hoffmann/)
  })

  it('GRP-7: what is said in one company’s lane goes to nobody of another, and colleagues read in the letter whose it is', async () => {
    const paula = await portal.as('paula')
    await paula.groups.isolate({ id: groupId, isolation: 'company' })
    await portal.settled()
    await paula.notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
    const { id } = await paula.feed.add({ groupId, text: 'Prices' })
    await (await portal.as('piotr')).comments.add({ threadId: id, text: 'Ours go up' })
    await (await portal.as('lena')).comments.add({ threadId: id, text: 'zqbeta stays as it was' })
    await portal.settled()
    const [letter] = (await openedTo(portal.folder, 'paula@orlanta.example')).slice(-1)
    expect(letter?.text).toMatch(/zqbeta/)
    expect(letter?.text).toMatch(/Beta.* and the team read this/)
    for (const written of await writtenTo('piotr')) expect(written).not.toMatch(/zqbeta|Hoffmann|Beta Log/)
    for (const written of await writtenTo('lena')) expect(written).not.toMatch(/the team|Gamma/)
  })

  it('GRP-7: a post is called by how it begins for its reader: they are named there, a competitor is not', async () => {
    const paula = await portal.as('paula')
    const names = (['lena', 'piotr'] as const).map((key) => ({
      type: 'person' as const,
      attrs: { id: portal.person(key) },
    }))
    const content = [{ type: 'text' as const, text: 'Who loads, ' }, ...names]
    const { id } = await paula.feed.add({
      groupId,
      document: { type: 'doc', content: [{ type: 'paragraph', content }] },
    })
    await portal.settled()
    for (const [key, title, hidden] of [
      ['lena', 'Who loads, @Lena Hoffmann@…', /Piotr|Zawada/],
      ['piotr', 'Who loads, @…@Piotr Zawada', /Lena|Hoffmann/],
    ] as const) {
      const { items } = await (await portal.as(key)).notices.list({ limit: 100 })
      expect(items.filter(({ about }) => about.id === id).map(({ about }) => about.title)).toEqual([title])
      const [letter] = (await openedTo(portal.folder, to[key])).slice(-1)
      expect(letter?.subject).toContain(title)
      for (const written of (await writtenTo(key)).slice(-1)) expect(written).not.toMatch(hidden)
    }
  })

  it('GRP-9: a newcomer gets no letter of what was said before they came', async () => {
    const liam = await portal.as('liam')
    const { id } = await liam.groups.create({ name: 'Late comers', external: true, history: 'joining' })
    const post = await liam.feed.add({ groupId: id, text: 'zqbefore' })
    await liam.invitations.invite({ id, emails: ['late@acme.example'] })
    await portal.settled()
    await liam.comments.add({ threadId: post.id, text: 'zqbefore, too' })
    await portal.settled()
    const letters = await openedTo(portal.folder, 'late@acme.example')
    expect(letters.length).toBeGreaterThan(0)
    for (const { raw } of letters) expect(raw).not.toContain('zqbefore')
  })

  it('GRP-9: who begins with the day they come gets no letter that tells or quotes of before: not of an answer or a mention below it, nor among what is gathered', async () => {
    const [liam, omar, kim] = [await portal.as('liam'), await portal.as('omar'), await portal.as('kim')]
    const { id } = await liam.groups.create({ name: 'Begin with your day', external: true, history: 'joining' })
    await letIn(portal, id, 'omar', 'liam')
    const post = await liam.feed.add({ groupId: id, text: 'zqpast post' })
    const task = await liam.tasks.create({ groupId: id, title: 'zqpast task', responsibleId: portal.person('omar') })
    await letIn(portal, id, 'kim', 'liam')
    await portal.settled()
    const sayMore = async () => {
      const names = `@[${portal.person('kim')}]`
      for (const { id: threadId } of [post, task]) {
        const said = await omar.comments.add({ threadId, text: 'zqpast answer' })
        await liam.comments.add({
          threadId,
          text: `zqpast for ${names}`,
          quotedId: said.id,
          quote: 'zqpast answer',
          unread: true,
        })
      }
      await liam.feed.change({ id: post.id, text: 'zqpast, changed' })
      await liam.tasks.change({ id: task.id, deadline: '2031-05-04T10:00:00Z' })
      await portal.settled()
    }
    await sayMore()
    const daily = { letter: 'daily' } as const
    await kim.notices.changeSettings({ kinds: { comments: daily, mentions: daily, posts: daily, tasks: daily } })
    await sayMore()
    await liam.feed.add({ groupId: id, text: 'zqfrom today' })
    await portal.settled()
    await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).where(eq(notices.letter, 'daily')))
    await gatherLetters.run({}, portal.platform)
    await portal.settled()
    const letters = (await openedTo(portal.folder, 'kim@acme.example')).map(({ raw, text, html, subject }) =>
      [raw.replace(/=\r?\n/g, ''), subject, text, html].join('\n'),
    )
    expect(letters.filter((letter) => letter.includes('zqfrom today'))).toHaveLength(1)
    for (const letter of letters) expect(letter).not.toContain('zqpast')
    // Whoever was there before is told of all of it.
    const before = await openedTo(portal.folder, 'omar@acme.example')
    expect(before.map(({ text }) => text).join('\n')).toContain('zqpast for')
  })
})
