import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { letIn } from '#tests/rules/acquainted.ts'
import { picture as smallest } from '#tests/rules/inputs.ts'
import type { Doc } from '../contract.ts'
import { writingForget } from './jobs.ts'
import { pictureKey } from './pictures.ts'
import { pictures, pictureUses } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('pictures in texts', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const withPicture = (id: string, alt?: string): Doc => ({
    type: 'doc',
    content: [{ type: 'picture', attrs: { id, ...(alt ? { alt } : {}) } }],
  })
  const add = async (who: PersonKey, file = smallest('taken at home')) =>
    (await (await portal.as(who)).writing.addPicture({ picture: file })).id
  const open = async (who: PersonKey, id: string) =>
    (await portal.as(who)).writing.picture({ id }).then(
      ({ body }) => body.arrayBuffer().then((bytes) => Buffer.from(bytes)),
      (error: { code?: string }) => String(error.code),
    )
  const sees = async (who: PersonKey, id: string) => (await open(who, id)) instanceof Buffer
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; cause?: { code?: string } }) => String(error.cause?.code ?? error.code),
    )

  it('FEED-4: a picture is its author’s until it is sent, and then its readers’, and nobody else’s', async () => {
    const id = await add('liam')
    expect(await Promise.all((['liam', 'ruth', 'kim', 'lena'] as const).map((who) => sees(who, id)))).toEqual([
      true,
      false,
      false,
      false,
    ])
    const { feed } = await portal.as('liam')
    const team = await feed.add({ groupId: acme, audience: 'team', document: withPicture(id, 'A plan') })
    expect(team).toMatchObject({ text: '🖼 A plan', mentions: { pictures: [{ id, width: 1, height: 1 }] } })
    expect(await Promise.all((['ruth', 'kim', 'lena', 'gita'] as const).map((who) => sees(who, id)))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(await open('kim', id)).toBe(await open('kim', randomId))
    await feed.add({ groupId: acme, document: withPicture(id) })
    expect([await sees('kim', id), await sees('lena', id)]).toEqual([true, false])
  })

  it('only one’s own uploads are put into a text: what one merely reads is no more there than nothing', async () => {
    const mine = await add('kim')
    const { feed } = await portal.as('kim')
    await feed.add({ groupId: acme, document: withPicture(mine) })
    const liam = await portal.as('liam')
    const put = (id: string) => refusal(liam.feed.add({ groupId: acme, document: withPicture(id) }))
    expect([await put(mine), await put(randomId)]).toEqual(['PICTURE_UNKNOWN', 'PICTURE_UNKNOWN'])
    const [use] = await portal.keep((tx) => tx.select().from(pictureUses).where(eq(pictureUses.pictureId, mine)))
    if (!use) throw new Error('The picture stands nowhere.')
    const forge = (who: PersonKey, authorId: PersonKey) =>
      refusal(
        portal.under(who, (tx) =>
          tx.insert(pictureUses).values({ ...use, thingId: randomId, authorId: portal.person(authorId) }),
        ),
      )
    expect(await forge('liam', 'kim')).toBe('42501')
    expect(await forge('liam', 'liam')).toBe('23503')
    expect(await forge('lena', 'lena')).toBe('42501')
  })

  it('whoever was taken out of the group sees none of their own pictures there any more, nor puts one elsewhere', async () => {
    const [there, both] = [await add('omar'), await add('omar')]
    const liam = await portal.as('liam')
    const other = (await liam.groups.create({ name: 'A second room', external: true })).id
    await letIn(portal, other, 'omar', 'liam')
    const { feed } = await portal.as('omar')
    await feed.add({ groupId: acme, document: withPicture(there) })
    for (const groupId of [acme, other]) await feed.add({ groupId, document: withPicture(both) })
    expect([await sees('omar', there), await sees('omar', both)]).toEqual([true, true])
    await liam.groups.removeMember({ id: acme, personId: portal.person('omar') })
    await portal.settled()
    expect(await open('omar', there)).toBe(await open('omar', randomId))
    // What stands in a room of theirs too is theirs to see there.
    expect([await sees('omar', both), await sees('kim', there), await sees('kim', both)]).toEqual([true, true, true])
    expect(await refusal(feed.add({ groupId: other, document: withPicture(there) }))).toBe('PICTURE_UNKNOWN')
    const back = portal.under('omar', (tx) => tx.update(pictures).set({ placedAt: null }).returning())
    expect(await back).toEqual([])
  })

  it('what is kept is drawn anew: as large as a page shows it, without what its file tells, and only from what is one', async () => {
    const large = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#23685a' } })
      .withExif({ IFD0: { Copyright: 'zq7secret' } })
      .jpeg()
      .toBuffer()
    const id = await add('liam', new File([new Uint8Array(large)], 'a.jpg', { type: 'image/jpeg' }))
    const content = await open('liam', id)
    if (typeof content === 'string') throw new Error(content)
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 2000, height: 1000 })
    expect(content.includes('zq7secret')).toBe(false)
    const { writing } = await portal.as('liam')
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const wrong of [svg, '<html></html>', '\x89PNG\r\n\x1a\nand no more'])
      expect(
        await refusal(
          writing.addPicture({ picture: new File([Buffer.from(wrong, 'latin1')], 'a.png', { type: 'image/png' }) }),
        ),
      ).toBe('NOT_A_PICTURE')
    const tooLarge = new File([new Uint8Array(8_000_001)], 'a.png', { type: 'image/png' })
    expect(await refusal(writing.addPicture({ picture: tooLarge }))).toBe('PICTURE_TOO_LARGE')
  })

  it('one that stands nowhere is forgotten after a day, unless a draft has it', async () => {
    const [used, begun, waste] = [await add('liam'), await add('liam'), await add('liam')]
    const { feed } = await portal.as('liam')
    await feed.add({ groupId: acme, document: withPicture(used) })
    await feed.keepDraft({ groupId: acme, document: withPicture(begun), began: null })
    await portal.keep((tx) => tx.execute(sql`update pictures set created_at = now() - interval '2 days'`))
    await writingForget.run({}, portal.platform)
    expect(await Promise.all([used, begun, waste].map((id) => sees('liam', id)))).toEqual([true, true, false])
    expect(await portal.platform.files.has(pictureKey(waste))).toBe(false)
    expect(await portal.keep((tx) => tx.$count(pictures, eq(pictures.id, used)))).toBe(1)
  })
})
