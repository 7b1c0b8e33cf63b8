import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { Doc, Inline } from '../contract.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('what a text may name, and who hears the name', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const text = (...content: (string | Inline)[]): Doc => ({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: content.map((one) => (typeof one === 'string' ? { type: 'text', text: one } : one)),
      },
    ],
  })
  const to = (key: PersonKey): Inline => ({ type: 'person', attrs: { id: portal.person(key) } })
  const toId = (id: string): Inline => ({ type: 'person', attrs: { id } })
  const toGroup = (id: string): Inline => ({ type: 'group', attrs: { id } })
  const post = async (who: PersonKey, said: object) =>
    (await portal.as(who)).feed.add({ groupId: acme, audience: 'everyone', ...said })
  const refusal = async (asked: Promise<unknown>) =>
    asked.then(
      () => 'done',
      (error: unknown) => JSON.stringify(error),
    )
  const read = async (who: PersonKey, id: string) => (await portal.as(who)).feed.get({ id })

  it('FEED-4: a mention is kept by its id, and its name is the one that its reader may know', async () => {
    const made = await post('liam', { document: text('Ask ', to('kim'), ' about it') })
    expect(made.text).toBe('Ask @Kim Lee about it')
    expect(made.mentions.people).toMatchObject([{ id: portal.person('kim'), kind: 'external', company: 'Acme' }])
    const { text: said, document, mentions } = await read('omar', made.id)
    expect({ text: said, document, mentions }).toEqual({
      text: made.text,
      document: made.document,
      mentions: made.mentions,
    })
  })

  it('NTF-1: whoever is mentioned and reads it is told once, of the mention; whoever will not read it hears nothing', async () => {
    const { id } = await post('liam', { document: text('Please, ', to('kim'), ' and ', to('liam')) })
    const team = await post('liam', {
      document: text('Not for ', to('kim'), ', for ', to('hana')),
      audience: 'team',
      unread: true,
    })
    await portal.settled()
    const told = async (who: PersonKey) =>
      (await (await portal.as(who)).notices.list({ limit: 100 })).items
        .filter(({ about }) => [id, team.id].includes(about.id))
        .map(({ about, happened }) => [about.id, happened])
    expect(await told('kim')).toEqual([[id, 'mentioned']])
    expect(await told('hana')).toEqual([[team.id, 'mentioned']])
    expect(await told('liam')).toEqual([])
  })

  it('FEED-2: whom the writer does not know is refused like nobody at all, confirmed or not', async () => {
    for (const unread of [false, true]) {
      const asked = (id: string) => refusal(post('kim', { document: text(toId(id)), unread }))
      const missing = await asked(randomId)
      expect(missing).toContain('MENTION_UNKNOWN')
      for (const key of ['lena', 'gita', 'piotr'] as const) expect(await asked(portal.person(key))).toBe(missing)
    }
    const group = (id: string) => refusal(post('kim', { document: text(toGroup(id)) }))
    for (const key of ['heron', 'carriers', 'everyone'] as const)
      expect(await group(portal.group(key))).toBe(await group(randomId))
  })

  it('GRP-8: whom the audience does not contain is refused, until the writer says that they will not be told', async () => {
    const team = { audience: 'team', document: text('Without ', to('kim')) }
    expect(await refusal(post('liam', team))).toContain('MENTION_UNREAD')
    expect((await post('liam', { ...team, unread: true })).mentions.people).toHaveLength(1)
    const { writing } = await portal.as('liam')
    const reached = (audience: 'everyone' | 'team', ...keys: PersonKey[]) =>
      writing.reached({ id: acme, tool: 'feed', audience, personIds: keys.map((key) => portal.person(key)) })
    expect(await reached('team', 'kim', 'hana', 'gita')).toEqual({ personIds: [portal.person('hana')] })
    expect((await reached('everyone', 'kim', 'hana', 'gita')).personIds.toSorted()).toEqual(
      [portal.person('kim'), portal.person('hana')].toSorted(),
    )
    const kim = await portal.as('kim')
    const asked = (id: string) =>
      kim.writing.reached({ id: acme, tool: 'feed', personIds: [id] }).then(({ personIds }) => personIds)
    expect(await asked(portal.person('gita'))).toEqual(await asked(randomId))
  })

  it('GRP-7: of those whom a reader may not know, and of groups they do not see, neither name nor id comes along', async () => {
    const ruth = await portal.as('ruth')
    await acquaint(portal, 'ruth', ['kim', 'lena'])
    const { id: groupId } = await ruth.groups.create({ name: 'Kept apart', external: true, isolation: 'company' })
    for (const key of ['kim', 'lena'] as const) await letIn(portal, groupId, key, 'ruth')
    const made = await ruth.feed.add({
      groupId,
      document: text('See ', to('lena'), ', ', to('kim'), ' in ', toGroup(portal.group('everyone'))),
    })
    const seen = await read('kim', made.id)
    expect(seen.text).toBe('See @…, @Kim Lee in @…')
    expect(seen.mentions).toMatchObject({ people: [{ id: portal.person('kim') }], groups: [] })
    for (const hidden of [portal.person('lena'), portal.group('everyone'), 'Lena'])
      expect(JSON.stringify(seen)).not.toContain(hidden)
    const kim = await portal.as('kim')
    const asked = (id: string) => refusal(kim.feed.add({ groupId, document: text(toId(id)) }))
    expect(await asked(portal.person('lena'))).toBe(await asked(randomId))
  })

  it('is closed: another node, mark, attribute or address is refused in one sentence', async () => {
    const link = (href: string): Inline => ({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] })
    const deep = (depth: number): unknown =>
      depth === 0 ? text('a').content[0] : { type: 'blockquote', content: [deep(depth - 1)] }
    const wrong = [
      { type: 'doc', content: [{ type: 'iframe', attrs: { src: 'https://elsewhere.example' } }] },
      { ...text('a'), onload: 'alert(1)' },
      { type: 'doc', content: [{ type: 'paragraph', attrs: { style: 'x' }, content: [] }, ...text('a').content] },
      text({ type: 'person', attrs: { id: portal.person('kim'), label: 'The boss' } } as Inline),
      ...['javascript:alert(1)', 'data:text/html,a', '//elsewhere.example', 'https://a b'].map((to) => text(link(to))),
      { type: 'doc', content: [deep(100)] },
      text('a'.repeat(20_001)),
      text(' '),
      { type: 'doc', content: Array.from({ length: 5000 }, () => ({ type: 'paragraph' })) },
    ]
    const { feed } = await portal.as('liam')
    for (const document of wrong) {
      const said = await feed.add({ groupId: acme, document }).then(
        () => 'kept',
        (error: { data?: { issues?: { message: string }[] } }) => error.data?.issues?.map(({ message }) => message),
      )
      expect(said, JSON.stringify(document).slice(0, 90)).toEqual([
        expect.stringMatching(/^(This|A) text .+\.$|^Write something first\.$/),
      ])
    }
    const good = text('a', link('mailto:kim@acme.example'), link('https://acme.example/a?b=c'))
    expect((await feed.add({ groupId: acme, document: good })).document).toEqual(good)
  })

  it('is kept beside its plain text, and programs that send text go on as before', async () => {
    const { feed } = await portal.as('liam')
    const plain = await feed.add({ groupId: acme, text: 'Only lines' })
    expect(plain).toMatchObject({ text: 'Only lines', document: null, mentions: { people: [], groups: [] } })
    const { items } = await feed.list({ group: acme, limit: 200 })
    const week = items.find(({ text: said }) => said.startsWith('This week at Ferry House'))
    expect(week?.text).toContain('• Ceilings on the fourth floor are closed.')
    expect(week?.text).toContain('Thursday | Floor boxes, gate 2 | Ewa')
    await expect(feed.add({ groupId: acme })).rejects.toThrow('Write something first.')
  })
})
