import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import type { Doc } from '../contract.ts'
import { drafts } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('drafts', () => {
  let portal: TestPortal
  let id: string
  beforeAll(async () => {
    portal = await openTestPortal()
    id = portal.group('acme')
  })
  afterAll(() => portal.close())

  const writing = async (who: PersonKey) => (await portal.as(who)).writing
  const draftOf = async (who: PersonKey, audience: 'everyone' | 'team' = 'everyone') =>
    (await (await writing(who)).draft({ id, audience })).draft
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; cause?: { code?: string } }) => String(error.cause?.code ?? error.code),
    )
  const rows = (who: PersonKey) => portal.under(who, (tx) => tx.select().from(drafts))

  it('FEED-4: a draft is kept for each part of a group, changed in place, and read by its author alone', async () => {
    const liam = await writing('liam')
    await liam.saveDraft({ id, text: 'For all' })
    await liam.saveDraft({ id, audience: 'team', text: 'For us' })
    const document: Doc = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'person', attrs: { id: portal.person('kim') } }] },
        { type: 'paragraph', content: [{ type: 'person', attrs: { id: randomId } }] },
      ],
    }
    await liam.saveDraft({ id, document })
    expect(await draftOf('liam')).toMatchObject({
      text: '@Kim Lee\n\n@…',
      mentions: { people: [{ id: portal.person('kim') }] },
    })
    expect((await draftOf('liam', 'team'))?.text).toBe('For us')
    for (const who of ['ruth', 'anna', 'kim', 'hana'] as const) expect(await rows(who)).toEqual([])
    expect(await draftOf('ruth')).toBeNull()
  })

  it('goes when it is sent, and when it is thrown away', async () => {
    const liam = await portal.as('liam')
    await liam.writing.saveDraft({ id, text: 'To be sent' })
    await liam.writing.saveDraft({ id, audience: 'team', text: 'Not wanted' })
    await liam.feed.add({ groupId: id, text: 'Sent' })
    await liam.writing.throwDraft({ id, audience: 'team' })
    expect([await draftOf('liam'), await draftOf('liam', 'team')]).toEqual([null, null])
  })

  it('is begun only where one may write, and tells nothing of a group that is hidden', async () => {
    for (const who of ['lena', 'gita', 'noel'] as const) {
      const { draft, saveDraft, throwDraft } = await writing(who)
      const asked = (group: string) =>
        Promise.all([
          refusal(draft({ id: group })),
          refusal(saveDraft({ id: group, text: 'Psst' })),
          refusal(throwDraft({ id: group })),
        ])
      expect(await asked(id)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
      expect(await asked(randomId)).toEqual(await asked(id))
    }
    await (await writing('liam')).saveDraft({ id, text: 'Only begun' })
    const [one] = await portal.keep((tx) => tx.select().from(drafts).limit(1))
    const { audienceId = '', spaceId = '' } = one ?? {}
    const put = (who: PersonKey, authorId: PersonKey) =>
      refusal(
        portal.under(who, (tx) =>
          tx.insert(drafts).values({ spaceId, audienceId, authorId: portal.person(authorId), text: 'Forged' }),
        ),
      )
    expect(await put('hana', 'kim')).toBe('42501')
    expect(await put('lena', 'lena')).toBe('42501')
  })

  it('is gone with the place: whoever is taken out finds nothing when they come back', async () => {
    const omar = await writing('omar')
    await omar.saveDraft({ id, text: 'As long as I am here' })
    await (await portal.as('liam')).groups.removeMember({ id, personId: portal.person('omar') })
    expect(await rows('omar')).toEqual([])
    await portal.settled()
    expect(
      await portal.keep((tx) =>
        tx
          .select()
          .from(drafts)
          .where(eq(drafts.authorId, portal.person('omar'))),
      ),
    ).toEqual([])
  })
})
