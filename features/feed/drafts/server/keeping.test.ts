import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { attachmentsForget } from '#features/writing/attachments/server/jobs.ts'
import { uploads } from '#features/writing/attachments/server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { codeOf } from '#tests/refusal.ts'
import { picture } from '#tests/rules/inputs.ts'

describe('FEED-4: what stands in a composer', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const client = (who: PersonKey) => portal.as(who)
  const additions = {
    poll: { question: 'When', options: ['', 'On Tuesday'], several: true, anonymous: false, until: '2031-05-0' },
    calendarEvent: { title: '', place: 'Here', allDay: false, starts: '2031', ends: '', firstDay: '', lastDay: '' },
    announcement: {},
    tags: ['plans'],
  }

  it('is kept half filled in, before anybody is chosen, and comes back as it was', async () => {
    const { feed } = await client('liam')
    const { id: people } = { id: portal.person('gita') }
    const appreciation = { badge: 'idea' as const, people: [people] }
    const kept = await feed.keepDraft({
      text: 'Before',
      began: null,
      beside: { additions: { ...additions, appreciation } },
    })
    const { draft } = await feed.draft({})
    expect(draft).toMatchObject({ ...kept, text: 'Before', to: null, address: null, attachments: [] })
    expect(draft?.additions).toMatchObject({ ...additions, appreciation: { badge: 'idea', people: [{ id: people }] } })
    await feed.throwDraft({ began: kept.version })
  })

  it('is not written over by what began from another version, and nothing of either is lost', async () => {
    const { feed } = await client('liam')
    const first = await feed.keepDraft({ text: 'Here', began: null })
    const there = await feed.keepDraft({ text: 'On the phone', began: first.version })
    for (const began of [first.version, null, randomUUID()])
      expect(await codeOf(feed.keepDraft({ text: 'Here, and more', began }))).toBe('DRAFT_CHANGED')
    expect(await codeOf(feed.throwDraft({ began: first.version }))).toBe('DRAFT_CHANGED')
    expect((await feed.draft({})).draft).toMatchObject({ text: 'On the phone', version: there.version })
    await feed.keepDraft({ text: 'Here, and more', began: there.version })
    await feed.throwDraft({})
    expect(await codeOf(feed.keepDraft({ text: 'Late', began: there.version }))).toBe('DRAFT_CHANGED')
    expect((await feed.draft({})).draft).toBeNull()
  })

  it('is gone with what was sent of it, and with nothing else', async () => {
    const { feed } = await client('liam')
    const groupId = portal.group('acme')
    const { id } = await feed.keepDraft({ groupId, text: 'To be sent', began: null })
    await feed.keepDraft({ text: 'Another', began: null })
    await feed.add({ groupId, text: 'By a program' })
    expect((await feed.draft({ groupId })).draft?.text).toBe('To be sent')
    await (await client('boris')).feed.add({ groupId, text: 'Not mine to take', draft: { id } })
    expect((await feed.draft({ groupId })).draft?.text).toBe('To be sent')
    await feed.add({ groupId, text: 'To be sent', draft: { id } })
    expect((await feed.draft({ groupId })).draft).toBeNull()
    expect((await feed.draft({})).draft?.text).toBe('Another')
    await feed.throwDraft({})
  })

  it('holds its files, which are forgotten once it is given up', async () => {
    const { feed, writing } = await client('liam')
    const held = await writing.addAttachment({ query: { name: 'Plan.png' }, body: picture('A plan') })
    await feed.keepDraft({ attachmentIds: [held.id], began: null })
    const old = sql`now() - interval '3 days'`
    await portal.keep((tx) => tx.update(uploads).set({ createdAt: old }).where(eq(uploads.id, held.id)))
    const forget = () => attachmentsForget.run({}, portal.platform)
    await forget()
    expect((await feed.draft({})).draft?.attachments).toMatchObject([{ id: held.id, name: 'Plan.png' }])
    await feed.throwDraft({})
    await forget()
    expect(await portal.keep((tx) => tx.$count(uploads, eq(uploads.id, held.id)))).toBe(0)
  })

  it('of somebody else’s files and pictures it shows nothing', async () => {
    const { writing } = await client('boris')
    const theirs = await writing.addAttachment({ query: { name: 'Secret.png' }, body: picture('Secret') })
    const { feed } = await client('kim')
    await feed.keepDraft({ attachmentIds: [theirs.id, randomUUID()], text: 'Mine', began: null })
    expect((await feed.draft({})).draft?.attachments).toEqual([])
    await feed.throwDraft({})
  })

  it('is refused in one sentence where it is no draft, and unknown keys are', async () => {
    const { feed } = await client('liam')
    const wrong = [
      { additions: { poll: { question: 'x'.repeat(1001), options: [], several: false, anonymous: false, until: '' } } },
      { additions: { votes: 3 } },
      { to: [{ kind: 'person', id: 'somebody' }] },
    ]
    for (const beside of wrong)
      expect(await codeOf(feed.keepDraft({ text: '', began: null, beside: beside as never }))).toBe('BAD_REQUEST')
    expect((await feed.draft({})).draft).toBeNull()
  })

  it('stands in the copy of what is one’s own, with nobody’s id', async () => {
    const { feed } = await client('liam')
    const to = [{ kind: 'person' as const, id: portal.person('gita') }]
    await feed.keepDraft({ text: 'In my copy', began: null, beside: { to, additions } })
    const { ownDrafts } = await import('#features/writing/drafts/server/exported.ts')
    const reading = { me: { id: portal.person('liam'), language: 'en' } } as never
    const { items } = await portal.under('liam', (tx) => ownDrafts.page(tx, reading, undefined))
    expect(items.map(({ text }) => text)).toContain('In my copy')
    expect(JSON.stringify(items)).toContain('On Tuesday')
    expect(JSON.stringify(items)).not.toContain(portal.person('gita'))
    await feed.throwDraft({})
  })
})
