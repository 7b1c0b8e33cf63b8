import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { acquaint, letIn } from '#tests/rules/acquainted.ts'
import { picture } from '#tests/rules/inputs.ts'
import { attachments, uploads } from './tables.ts'

const randomId = '0190a000-0000-7000-8000-000000000000'

describe('who reads what is attached', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal()
    acme = portal.group('acme')
  })
  afterAll(() => portal.close())

  const add = async (who: PersonKey, name = 'plan.png') =>
    (await (await portal.as(who)).writing.addAttachment({ query: { name }, body: picture(name) })).id
  const post = async (who: PersonKey, attachmentIds: string[], more: object = {}) =>
    (await portal.as(who)).feed.add({ groupId: acme, attachmentIds, ...more })
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; cause?: { code?: string } }) => String(error.cause?.code ?? error.code),
    )
  /** What each way of coming to a file answers: the file, its preview. */
  const open = async (who: PersonKey, id: string) => {
    const { writing } = await portal.as(who)
    return [await refusal(writing.attachment({ id })), await refusal(writing.attachmentPreview({ id }))].join(' ')
  }
  const [seen, hidden] = ['done done', 'NOT_FOUND NOT_FOUND']
  const whoSees = async (id: string, ...who: PersonKey[]) => {
    const answers = await Promise.all(who.map(async (key) => [key, await open(key, id)] as const))
    expect(answers.filter(([, answer]) => answer !== seen && answer !== hidden)).toEqual([])
    return answers.flatMap(([key, answer]) => (answer === seen ? [key] : []))
  }

  it('FEED-4: a file is its author’s until it is sent, then its readers’, and nobody else’s', async () => {
    const [one, two] = [await add('kim', 'Lobby.png'), await add('kim', 'Gate.png')]
    expect(await whoSees(one, 'kim', 'liam', 'omar', 'lena')).toEqual(['kim'])
    const made = await post('kim', [two, one], { text: 'Both' })
    expect(made.attachments).toMatchObject([
      { id: two, name: 'Gate.png', picture: { width: 1, height: 1 } },
      { id: one, name: 'Lobby.png' },
    ])
    expect(await whoSees(one, 'kim', 'liam', 'omar', 'lena', 'gita')).toEqual(['kim', 'liam', 'omar'])
    const { items } = await (await portal.as('omar')).feed.list({ group: acme })
    expect(items.find(({ id }) => id === made.id)?.attachments).toEqual(made.attachments)
    // Without a word it is a post as well, called by its files.
    const alone = await post('liam', [await add('liam', 'Only this.pdf')])
    await portal.settled()
    expect(JSON.stringify(await (await portal.as('kim')).notices.list({ limit: 100 }))).toContain('📎 Only this.pdf')
    expect(alone.text).toBe('')
    expect(await refusal(post('liam', []))).toBe('INVALID')
  })

  it('GRP-8: what stands at a post or a comment of the team is read by the team', async () => {
    const [atPost, atComment] = [await add('ruth'), await add('ruth')]
    await post('ruth', [atPost], { text: 'For us', audience: 'team' })
    const shared = await post('kim', [], { text: 'For all' })
    const { comments } = await portal.as('ruth')
    await comments.add({ threadId: shared.id, text: 'Between us', audience: 'team', attachmentIds: [atComment] })
    for (const id of [atPost, atComment])
      expect(await whoSees(id, 'ruth', 'liam', 'kim', 'omar', 'lena')).toEqual(['ruth', 'liam'])
    // A row that stands with the team is the team's, also below what everyone reads.
    const stray = await add('ruth')
    await post('ruth', [stray], { text: 'For all' })
    expect(await whoSees(stray, 'liam', 'kim')).toEqual(['liam', 'kim'])
    await portal.keep((tx) =>
      tx.execute(
        sql`update attachments set audience_id = (select audience_id from attachments where id = ${atPost}) where id = ${stray}`,
      ),
    )
    expect(await whoSees(stray, 'liam', 'kim')).toEqual(['liam'])
  })

  it('only uploads of one’s own are sent, once: anything else is no more there than nothing', async () => {
    const [waiting, sent] = [await add('kim'), await add('kim')]
    const { id: thingId, ...where } = await post('kim', [sent], { text: 'Sent' })
    const liam = await portal.as('liam')
    const tried = (id: string) => refusal(post('liam', [id], { text: 'Mine now' }))
    const said = (id: string) => refusal(liam.comments.add({ threadId: thingId, text: 'Mine', attachmentIds: [id] }))
    for (const id of [waiting, sent, randomId])
      expect([await tried(id), await said(id)]).toEqual(['FILE_UNKNOWN', 'FILE_UNKNOWN'])
    expect(await refusal(post('kim', [sent], { text: 'Once more' }))).toBe('FILE_UNKNOWN')
    expect(await refusal((await portal.as('kim')).writing.throwAttachment({ id: sent }))).toBe('NOT_FOUND')
    expect(await refusal(liam.writing.throwAttachment({ id: waiting }))).toBe('NOT_FOUND')
    expect(where.attachments).toHaveLength(1)
    // Nor by whoever writes rows themselves: not another’s upload, nor at what another wrote, nor where it does not stand.
    const [row] = await portal.keep((tx) =>
      tx
        .select()
        .from(attachments)
        .where(sql`id = ${sent}`),
    )
    const team = await post('ruth', [await add('ruth')], { text: 'Team', audience: 'team' })
    const [teamRow] = await portal.keep((tx) =>
      tx
        .select()
        .from(attachments)
        .where(sql`thing_id = ${team.id}`),
    )
    if (!row || !teamRow) throw new Error('Nothing stands there.')
    const forge = (who: PersonKey, values: Partial<typeof row>) =>
      refusal(portal.under(who, (tx) => tx.insert(attachments).values({ ...row, ...values })))
    const own = await add('liam')
    expect(await forge('liam', { id: waiting })).toBe('42501')
    expect(await forge('liam', { id: own, authorId: portal.person('liam') })).toBe('42501')
    expect(await forge('kim', { id: own })).toBe('23503')
    expect(await forge('kim', { id: waiting, audienceId: teamRow.audienceId })).toBe('42501')
    const ofRuth = { id: await add('ruth'), authorId: portal.person('ruth'), thingId: team.id }
    expect(await forge('ruth', { ...ofRuth, audienceId: row.audienceId })).toBe('42501')
    expect(await forge('ruth', { ...ofRuth, audienceId: teamRow.audienceId })).toBe('done')
    expect(await forge('lena', { id: randomId, authorId: portal.person('lena') })).toBe('42501')
    // Nor does a statement that names none take the files of others, or what was sent.
    const left = async () =>
      (await portal.keep((tx) => tx.select().from(uploads))).map(({ id, placedAt }) => [id, placedAt])
    const before = (await left()).filter(([id]) => id === waiting || id === sent)
    await portal.under('liam', (tx) => tx.update(uploads).set({ placedAt: new Date() }))
    await portal.under('kim', (tx) => tx.execute(sql`delete from uploads where placed_at is not null`))
    await portal.under('liam', (tx) => tx.execute(sql`delete from uploads`))
    expect((await left()).filter(([id]) => id === waiting || id === sent)).toEqual(before)
  })

  it('what is taken out of a post stands at what it said before, and goes with the post', async () => {
    const [first, second] = [await add('omar'), await add('omar')]
    const { feed } = await portal.as('omar')
    const { id } = await feed.add({ groupId: acme, text: 'One', attachmentIds: [first] })
    // A program that knows no files loses none.
    expect((await feed.change({ id, text: 'One.' })).attachments).toHaveLength(1)
    const changed = await feed.change({ id, text: 'Two', attachmentIds: [second] })
    expect(changed.attachments.map((one) => one.id)).toEqual([second])
    const { items } = await (await portal.as('kim')).feed.versions({ id })
    expect(items.map(({ attachments: files }) => files.map((one) => one.id))).toEqual([[first], [first]])
    expect(await whoSees(first, 'kim', 'lena')).toEqual(['kim'])
    // Back again, without a new upload.
    expect((await feed.change({ id, text: 'Both', attachmentIds: [first, second] })).attachments).toHaveLength(2)

    await feed.remove({ id })
    expect(await whoSees(second, 'kim', 'omar', 'liam')).toEqual([])
    await feed.restore({ id })
    expect(await whoSees(second, 'kim', 'omar', 'liam')).toEqual(['kim', 'omar', 'liam'])
    await portal.keep((tx) => tx.execute(sql`delete from posts where id = ${id}`))
    expect(await portal.keep((tx) => tx.$count(attachments, sql`thing_id = ${id}`))).toBe(0)
  })

  it('the same of a comment: hidden at once when it is deleted, there again when that is taken back', async () => {
    const id = await add('kim')
    const { feed, comments } = await portal.as('kim')
    const { id: threadId } = await feed.add({ groupId: acme, text: 'Talk' })
    const said = await comments.add({ threadId, text: '', attachmentIds: [id] })
    expect(said).toMatchObject({ text: '', attachments: [{ id }] })
    expect(await whoSees(id, 'kim', 'liam', 'lena')).toEqual(['kim', 'liam'])
    await comments.remove({ id: said.id })
    expect(await whoSees(id, 'kim', 'liam')).toEqual([])
    expect((await comments.restore({ id: said.id })).attachments).toHaveLength(1)
    const edited = await comments.edit({ id: said.id, text: 'Without', attachmentIds: [] })
    expect(edited.attachments).toEqual([])
    expect((await comments.versions({ id: said.id })).items[0]?.attachments).toHaveLength(1)
    expect(await refusal(comments.edit({ id: said.id, text: '' }))).toBe('INVALID')
  })

  it('GRP-4, GRP-10: where the tool is shut nobody reads them; in an archived group they are read and none is added', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'Tools', external: true })
    await letIn(portal, groupId, 'kim', 'liam')
    const [file, late] = [await add('liam'), await add('kim')]
    const { id: threadId } = await liam.feed.add({ groupId, text: 'Here', attachmentIds: [file] })
    await liam.groups.changeTool({ id: groupId, tool: 'feed', viewers: 'team' })
    expect(await whoSees(file, 'liam', 'kim')).toEqual(['liam'])
    await liam.groups.changeTool({ id: groupId, tool: 'feed', on: false })
    expect(await whoSees(file, 'liam', 'kim')).toEqual([])
    await liam.groups.changeTool({ id: groupId, tool: 'feed', on: true, viewers: 'members' })
    await (await portal.freshly('liam')).groups.archive({ id: groupId })
    expect(await whoSees(file, 'liam', 'kim')).toEqual(['liam', 'kim'])
    const kim = await portal.as('kim')
    expect(await refusal(kim.comments.add({ threadId, text: 'Late', attachmentIds: [late] }))).not.toBe('done')
    expect(await whoSees(late, 'kim', 'liam')).toEqual(['kim'])
  })

  it('GRP-9: newcomers do not read what was attached before they came', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({
      name: 'Begin with your day',
      external: true,
      history: 'joining',
    })
    await letIn(portal, groupId, 'omar', 'liam')
    const file = await add('liam')
    await liam.feed.add({ groupId, text: 'Before', attachmentIds: [file] })
    await letIn(portal, groupId, 'kim', 'liam')
    expect(await whoSees(file, 'liam', 'omar', 'kim')).toEqual(['liam', 'omar'])
  })

  it('GRP-7: files of competitors go where they speak, with their posts and comments, and those of the team with what they answer', async () => {
    const ruth = await portal.as('ruth')
    await acquaint(portal, 'ruth', ['kim', 'lena'])
    const { id: groupId } = await ruth.groups.create({ name: 'Two of a trade', external: true })
    for (const key of ['kim', 'lena'] as const) await letIn(portal, groupId, key, 'ruth')
    const [ofKim, below, answer, ofRuth] = [await add('kim'), await add('lena'), await add('ruth'), await add('ruth')]
    const { feed } = await portal.as('kim')
    const made = await feed.add({ groupId, text: 'Our price', attachmentIds: [ofKim] })
    const shared = await ruth.feed.add({ groupId, text: 'To both', attachmentIds: [ofRuth] })
    const lena = await portal.as('lena')
    await lena.comments.add({ threadId: shared.id, text: 'Our price', attachmentIds: [below] })
    await ruth.comments.add({ threadId: made.id, text: 'Thank you', attachmentIds: [answer] })
    expect(await whoSees(ofKim, 'kim', 'lena', 'ruth')).toEqual(['kim', 'lena', 'ruth'])
    await ruth.groups.isolate({ id: groupId, isolation: 'company' })
    await portal.settled()
    expect(await whoSees(ofKim, 'kim', 'lena', 'ruth')).toEqual(['kim', 'ruth'])
    expect(await whoSees(answer, 'kim', 'lena', 'ruth')).toEqual(['kim', 'ruth'])
    expect(await whoSees(below, 'kim', 'lena', 'ruth')).toEqual(['lena', 'ruth'])
    expect(await whoSees(ofRuth, 'kim', 'lena', 'ruth')).toEqual(['kim', 'lena', 'ruth'])
    // Their rows stand where what they are attached to stands.
    const astray = await portal.keep((tx) =>
      tx.execute(sql`select from attachments a left join posts p on p.id = a.thing_id left join comments c on c.id = a.thing_id
        where a.id = any (${sql.param([ofKim, below, answer, ofRuth])}::uuid[]) and a.audience_id <> coalesce(p.audience_id, c.audience_id)`),
    )
    expect(astray.rowCount).toBe(0)
    // In a lane from its beginning.
    const inLane = await add('lena')
    await lena.feed.add({ groupId, text: 'A new one', attachmentIds: [inLane] })
    expect(await whoSees(inLane, 'kim', 'lena', 'ruth')).toEqual(['lena', 'ruth'])
  })

  it('whoever is removed reads none any more, not even what they brought', async () => {
    const liam = await portal.as('liam')
    const { id: groupId } = await liam.groups.create({ name: 'Leaving', external: true })
    await letIn(portal, groupId, 'ingrid', 'liam')
    const [own, other] = [await add('ingrid'), await add('liam')]
    await (await portal.as('ingrid')).feed.add({ groupId, text: 'Mine', attachmentIds: [own] })
    await liam.feed.add({ groupId, text: 'Yours', attachmentIds: [other] })
    expect([await open('ingrid', own), await open('ingrid', other)]).toEqual([seen, seen])
    await liam.groups.removeMember({ id: groupId, personId: portal.person('ingrid') })
    expect([await open('ingrid', own), await open('ingrid', other)]).toEqual([hidden, hidden])
    expect(await open('liam', own)).toBe(seen)
  })
})
