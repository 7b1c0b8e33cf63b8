import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { phoneNumbers } from '#access/phones.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveSeat, takeSeatsFor } from '#access/spaces.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { enter } from '#features/groups/server/membership.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { endStay, takeUpStay } from '#features/groups/sponsoring/server/lapse.ts'
import { members } from '#features/groups/server/tables.ts'
import { unzip } from '#tests/archive.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { refusal } from '#tests/refusal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { makeExport } from './jobs.ts'
import { exportKey } from './queries.ts'
import { exports } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const ready = async (key: PersonKey, asked: Promise<{ id: string }>) => {
  const { id } = await asked
  await portal.settled()
  return { id, files: await downloaded(key, id) }
}
const downloaded = async (key: PersonKey, id: string) =>
  unzip((await (await portal.as(key)).exports.download({ id })).body)
const refusedTo = async (key: PersonKey, id: string) => refusal((await portal.as(key)).exports.download({ id }))

interface Thing {
  id: string
  comments: { id: string }[]
}

/** Everything of one kind that stands in an archive, as its JSON says it. */
function things<T = Thing>(files: Map<string, string>, name: string): T[] {
  const { parts } = JSON.parse(files.get('data.json') ?? '') as { parts: Record<string, string[]> }
  return (parts[name] ?? []).flatMap((path) => (JSON.parse(text(files, path)) as { items: T[] }).items)
}
const text = (files: Map<string, string>, path: string) => files.get(path) ?? ''
const all = (files: Map<string, string>) => [...files.values()].join('\n')

/** The ids of posts, tasks and comments that somebody reads in a group, over the procedures of each tool; what is addressed to it together with others stands in no group. */
async function readBy(key: PersonKey, group: string) {
  const client = await portal.as(key)
  const posts = (await client.feed.list({ group, limit: 200 })).items.filter((one) => one.group?.id === group)
  const tasks = (await client.tasks.list({ group, limit: 200 })).items
  const said = await Promise.all(
    [...posts, ...tasks].map(async ({ id }) => (await client.comments.list({ threadId: id, limit: 200 })).items),
  )
  return [...posts, ...tasks, ...said.flat()].map(({ id }) => id).toSorted()
}
const writtenIn = (files: Map<string, string>) =>
  [...things(files, 'posts'), ...things(files, 'tasks')]
    .flatMap(({ id, comments }) => [id, ...comments.map((one) => one.id)])
    .toSorted()

describe('GRP-11: the record of a group', () => {
  it('is made by its owner, and by nobody whose place does not say so', async () => {
    const id = portal.group('acme')
    const code = async (key: PersonKey) => refusal((await portal.as(key)).exports.ofGroup({ id }))
    for (const key of ['ruth', 'nora'] as const) expect(await code(key)).toBe('OWNER_RECORDS 403')
    for (const key of ['anna', 'gita', 'kim', 'lena'] as const) expect(await code(key), key).toBe('NOT_FOUND 404')
  })

  it('holds exactly what its owner reads, and opens without the portal', async () => {
    const group = portal.group('acme')
    const { files } = await ready('liam', (await portal.as('liam')).exports.ofGroup({ id: group }))
    expect(writtenIn(files)).toEqual(await readBy('liam', group))
    expect(things<{ person: { id: string } }>(files, 'members').length).toBeGreaterThan(5)
    expect(text(files, 'index.html')).toContain('Acme')
    expect(all(files)).toContain('Team only')
    for (const [name, content] of files) {
      expect(name).toMatch(
        /^([a-z-]+(-\d+)?\.(html|json)|data\/[a-z-]+-\d+\.json|photos\/[0-9a-f-]{36}\.(png|jpg|webp))$/,
      )
      expect(content).not.toMatch(/(href|src)="(https?:|\/|file:)/)
    }
  })

  it('that is given to somebody from outside holds exactly what they read, and is theirs alone', async () => {
    const [group, kim] = [portal.group('acme'), portal.person('kim')]
    const liam = await portal.as('liam')
    const { id, files } = await ready('kim', liam.exports.ofGroup({ id: group, personId: kim }))
    expect(writtenIn(files)).toEqual(await readBy('kim', group))
    expect(writtenIn(files)).not.toEqual(await readBy('liam', group))
    expect(all(files)).not.toContain('Team only')
    // Who gave it sees that it is done, and does not open it.
    expect(await liam.exports.get({ id })).toMatchObject({ mine: false, percent: 100, size: null, reader: { id: kim } })
    for (const key of ['liam', 'sofia', 'anna'] as const) expect(await refusedTo(key, id), key).toBe('NOT_FOUND 404')
    const answer = await (await portal.as('kim')).exports.download({ id })
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
    expect((await (await portal.as('kim')).exports.list({})).items).toMatchObject([
      { id, mine: true, by: { id: portal.person('liam') } },
    ])
    expect(
      (await lettersTo(portal.folder, 'kim@acme.example')).filter((one) => one.includes('/settings/data')),
    ).toHaveLength(1)
  })

  it('is given to people from outside who are in the group, and to nobody else', async () => {
    const liam = await portal.as('liam')
    const give = (key: PersonKey) =>
      refusal(liam.exports.ofGroup({ id: portal.group('acme'), personId: portal.person(key) }))
    expect(await give('nora')).toBe('RECORD_FOR_EXTERNALS 403')
    for (const key of ['lena', 'gita'] as const) expect(await give(key), key).toBe('NOT_FOUND 404')
    expect(
      await refusal(liam.exports.ofGroup({ id: portal.group('acme'), from: '2026-05-02', to: '2026-05-01' })),
    ).toBe('INVALID 400')
  })

  it('shows nobody of another lane, and no gap where they are', async () => {
    const group = portal.group('carriers')
    const paula = await portal.as('paula')
    await paula.groups.addMember({ id: group, personId: portal.person('hana') })
    await paula.groups.removeMember({ id: group, personId: portal.person('timur') })
    const { files } = await ready('lena', paula.exports.ofGroup({ id: group, personId: portal.person('lena') }))
    expect(writtenIn(files)).toEqual(await readBy('lena', group))
    const met = new Set(
      (await (await portal.as('lena')).groups.members({ id: group, limit: 200 })).items.map(({ person }) => person.id),
    )
    const named = all(files).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    const others = (['timur', 'piotr', 'marta'] as const).filter((key) => !met.has(portal.person(key)))
    expect(others.length).toBeGreaterThan(0)
    for (const key of others) expect(named, key).not.toContain(portal.person(key))
    expect(things<{ person: object | null }>(files, 'history').every(({ person }) => person !== null)).toBe(true)
    // The team meets both in its own.
    const own = await ready('paula', paula.exports.ofGroup({ id: group }))
    expect(things<{ happened: string }>(own.files, 'history').map(({ happened }) => happened)).toEqual(
      expect.arrayContaining(['joined', 'left']),
    )
    expect(things<{ happened: string }>(own.files, 'history').length).toBeGreaterThan(things(files, 'history').length)
  })

  it('says once that a time ran out and was renewed, to the team; to others they left and came', async () => {
    const id = portal.group('carriers')
    const paula = await portal.as('paula')
    const lena = { groupId: id, personId: portal.person('lena') }
    const [row] = await portal.keep((tx) =>
      tx
        .select()
        .from(members)
        .where(and(eq(members.groupId, id), eq(members.personId, lena.personId))),
    )
    if (!row) throw new Error('Lena is not there.')
    await portal.keep((tx) => endStay(tx, row, new Date()))
    const lapsed = await ready('paula', paula.exports.ofGroup({ id }))
    const present = things<{ person: { id: string }; lapsedAt: string | null }>(lapsed.files, 'members')
    expect(present.find(({ person }) => person.id === lena.personId)?.lapsedAt).not.toBeNull()
    await portal.keep((tx) => takeUpStay(tx, row, portal.person('paula')))
    const { files } = await ready('paula', paula.exports.ofGroup({ id }))
    const of = (some: Map<string, string>) =>
      things<{ happened: string; person: { id: string } | null }>(some, 'history')
        .filter(({ person }) => person?.id === lena.personId)
        .map(({ happened }) => happened)
    expect(of(files).slice(0, 2)).toEqual(['renewed', 'lapsed'])
    expect(of(files).slice(0, 2)).not.toContain('left')
    const piotr = await ready('piotr', paula.exports.ofGroup({ id, personId: portal.person('piotr') }))
    expect(of(piotr.files)).not.toContain('lapsed')
  })

  it('writes whatever people write as text', async () => {
    const group = portal.group('almaty')
    const rustam = await portal.as('rustam')
    const evil = `</title><script>alert(1)</script><img src=x onerror="alert(2)">`
    await rustam.groups.change({ id: group, name: `../..\\${evil}` })
    await rustam.feed.add({ groupId: group, text: `${evil}'"&` })
    await rustam.tasks.create({ groupId: group, title: evil, responsibleId: portal.person('rustam') })
    const name = (await rustam.account.me()).name
    await rustam.account.change({ name: `${name}<b onmouseover=x>` })
    const { id, files } = await ready('rustam', rustam.exports.ofGroup({ id: group }))
    for (const [path, content] of files)
      if (path.endsWith('.html')) {
        expect(content).not.toMatch(/<script|<img src=x|<b on/)
        expect(content).toContain('http-equiv="Content-Security-Policy"')
      }
    expect(all(files)).toContain('&lt;script&gt;')
    const { headers, body } = await rustam.exports.download({ id })
    expect(body.name).not.toMatch(/[/\\<>"]|\.\./)
    expect(headers['content-disposition']).not.toMatch(/[<>\\]|\.\./)
  })

  it('is of the days that were asked for, where its reader is', async () => {
    const group = portal.group('workshop')
    const stefan = await portal.as('stefan')
    const { timeZone } = await stefan.account.me()
    const { items } = await stefan.feed.list({ group, limit: 200 })
    const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
    const [day] = items.map((one) => dayOf(one.createdAt)).toSorted()
    const { files } = await ready('stefan', stefan.exports.ofGroup({ id: group, from: day, to: day }))
    const expected = items.filter((one) => dayOf(one.createdAt) === day).map(({ id }) => id)
    expect(expected.length).toBeGreaterThan(0)
    expect(things(files, 'posts').map(({ id }) => id)).toEqual(expected)
  })
})

describe('GRP-11: where a group has one voice', () => {
  it('the record for somebody from outside names nobody who works there, nor does its letter', async () => {
    const [group, kim] = [portal.group('acme'), portal.person('kim')]
    const liam = await portal.as('liam')
    // They know each other from elsewhere, so the rules alone would name him.
    await portal.keep(async (tx) => {
      const carriers = await groupRow(tx, portal.group('carriers'))
      await enter(tx, carriers, { id: portal.person('liam'), kind: 'employee' }, 'member')
      await enter(tx, carriers, { id: kim, kind: 'external' }, 'member')
    })
    await liam.groups.archive({ id: group })
    await liam.groups.reopen({ id: group })
    await liam.groups.isolate({ id: group, isolation: 'voice' })
    await portal.settled()
    const before = (await lettersTo(portal.folder, 'kim@acme.example')).length
    const { id, files } = await ready('kim', liam.exports.ofGroup({ id: group, personId: kim }))
    expect(writtenIn(files)).toEqual(await readBy('kim', group))
    expect(all(files)).not.toMatch(/Liam Doherty|Ruth Okafor/)
    expect(all(files)).toContain('<b>Orlanta</b>')
    expect((await (await portal.as('kim')).exports.get({ id })).by).toBeNull()
    const letters = (await lettersTo(portal.folder, 'kim@acme.example')).slice(before)
    expect(letters).toHaveLength(1)
    expect(letters[0]).not.toMatch(/Liam|Doherty/)
    await liam.groups.isolate({ id: group, isolation: 'open' })
    await portal.settled()
  })
})

describe('GRP-11: who loses sight of a group loses its record', () => {
  it('with leaving it, or not owning it any more, and ids are not to be guessed', async () => {
    const group = portal.group('acme')
    const liam = await portal.as('liam')
    const given = await ready('sofia', liam.exports.ofGroup({ id: group, personId: portal.person('sofia') }))
    const own = await ready('liam', liam.exports.ofGroup({ id: group }))
    const missing = await refusedTo('sofia', randomUUID())
    expect(await refusedTo('kim', given.id)).toBe(missing)
    await liam.groups.removeMember({ id: group, personId: portal.person('sofia') })
    expect(await refusedTo('sofia', given.id)).toBe(missing)
    expect((await (await portal.as('sofia')).exports.list({})).items).toEqual([])
    await liam.groups.changeMember({ id: group, personId: portal.person('ruth'), role: 'owner' })
    expect(await refusedTo('liam', own.id)).toBe(missing)
    await (await portal.as('ruth')).groups.changeMember({ id: group, personId: portal.person('liam'), role: 'owner' })
    expect(await refusedTo('liam', own.id)).toBe('done')
  })

  it('GRP-4: with a tool that is shut to them, until it is open again', async () => {
    const group = portal.group('acme')
    const liam = await portal.as('liam')
    const { id } = await ready('ingrid', liam.exports.ofGroup({ id: group, personId: portal.person('ingrid') }))
    const set = (viewers: 'team' | 'members') => liam.groups.changeTool({ id: group, tool: 'tasks', viewers })
    await set('team')
    expect(await refusedTo('ingrid', id)).toBe(await refusedTo('ingrid', randomUUID()))
    const less = await ready('ingrid', liam.exports.ofGroup({ id: group, personId: portal.person('ingrid') }))
    expect(things(less.files, 'tasks')).toEqual([])
    expect(await refusedTo('ingrid', less.id), 'what holds nothing of it stays').toBe('done')
    await set('members')
    expect(await refusedTo('ingrid', id)).toBe('done')
  })

  it('GRP-4: so for somebody who works here and sees one part of the group alone', async () => {
    const [liam, anna] = [await portal.as('liam'), await portal.as('anna')]
    const { spaceId, audienceId } = await portal.keep((tx) => groupRow(tx, portal.group('acme')))
    await portal.keep((tx) =>
      giveSeat(tx, { spaceId, audienceId, personId: portal.person('anna'), level: 'view', because: 'test' }),
    )
    const { id } = await ready('anna', anna.exports.ofMe({}))
    const set = (viewers: 'owner' | 'members') =>
      liam.groups.changeTool({ id: portal.group('acme'), tool: 'feed', viewers })
    await set('owner')
    expect(await refusedTo('anna', id)).toBe(await refusedTo('anna', randomUUID()))
    await set('members')
    expect(await refusedTo('anna', id)).toBe('done')
    await portal.keep((tx) => takeSeatsFor(tx, spaceId, portal.person('anna'), 'test'))
  })

  it('before it is made: the job asks again', async () => {
    const group = portal.group('acme')
    const liam = await portal.as('liam')
    const reader = portal.person('omar')
    const { id } = await liam.exports.ofGroup({ id: group, personId: reader })
    // Taken out at once: whether the job came first or not, nothing is there for them.
    await liam.groups.removeMember({ id: group, personId: reader })
    await portal.settled()
    expect(await refusedTo('omar', id)).toBe('NOT_FOUND 404')
    const [row] = await portal.keep((tx) => tx.select().from(exports).where(eq(exports.id, id)))
    expect(row?.finishedAt ?? row?.failedAt).not.toBeNull()
  })

  it('before it is made: whoever owns the group no more has none made, for themselves or for others', async () => {
    const group = portal.group('acme')
    const [liam, ruth] = [await portal.as('liam'), await portal.as('ruth')]
    const given = await ready('ingrid', liam.exports.ofGroup({ id: group, personId: portal.person('ingrid') }))
    const own = await ready('liam', liam.exports.ofGroup({ id: group }))
    await liam.groups.changeMember({ id: group, personId: portal.person('ruth'), role: 'owner' })
    const rowOf = async (id: string) =>
      (await portal.keep((tx) => tx.select().from(exports).where(eq(exports.id, id))))[0]
    for (const { id } of [given, own]) {
      // As if the job had not come to it yet.
      await portal.keep((tx) => tx.update(exports).set({ finishedAt: null }).where(eq(exports.id, id)))
      await makeExport.run({ id }, portal.platform)
      expect(await rowOf(id)).toMatchObject({ finishedAt: null, failedAt: expect.any(Date) as Date })
      expect(await portal.platform.files.has(exportKey(id))).toBe(false)
    }
    await ruth.groups.changeMember({ id: group, personId: portal.person('liam'), role: 'owner' })
  })
})

describe('PPL-11: a copy of one’s own data', () => {
  it('holds oneself and what one wrote oneself, for everybody, and nobody else opens it', async () => {
    const kim = await portal.as('kim')
    const { id, files } = await ready('kim', kim.exports.ofMe())
    const me = await kim.account.me()
    expect(all(files)).toContain(me.email)
    const posts = (await kim.feed.list({ limit: 200 })).items.filter(({ author }) => author?.id === me.id)
    expect(things(files, 'posts').map((one) => one.id)).toEqual(posts.map((one) => one.id))
    expect(things(files, 'groups').map((one) => one.id)).toEqual(
      (await kim.groups.list({ mine: true })).items.map((one) => one.id),
    )
    const tasks = (await kim.tasks.list({ mine: true, limit: 200 })).items
    expect(things(files, 'tasks').map((one) => one.id)).toEqual(expect.arrayContaining(tasks.map((one) => one.id)))
    expect(things<{ text: string }>(files, 'comments').length).toBeGreaterThan(0)
    expect(things(files, 'reactions').map((one) => one.id)).toEqual(
      await portal.under('kim', async (tx) => {
        const { rows } = await tx.execute<{ id: string }>(sql`select r.id from reactions r
          left join comments c on c.id = r.comment_id left join posts p on p.id = r.thread_id
          where r.person_id = ${me.id} and case when r.comment_id is null then p.id else c.id end is not null order by r.id desc`)
        return rows.map((row) => row.id)
      }),
    )
    for (const key of ['liam', 'anna', 'sofia'] as const) expect(await refusedTo(key, id), key).toBe('NOT_FOUND 404')
  })

  it('holds the number that one signs in with, whom one invited, and where one asked to be let in', async () => {
    const [kim, gita] = [await portal.as('kim'), await portal.as('gita')]
    const number = '+353851234567'
    await portal.keep((tx) => tx.insert(phoneNumbers).values({ personId: portal.person('kim'), number }))
    await kim.invitations.invite({ id: portal.group('acme'), emails: ['friend@acme.example'], note: 'Come in' })
    const own = await ready('kim', kim.exports.ofMe())
    expect(things<{ provenNumber: string }>(own.files, 'profile')).toMatchObject([{ provenNumber: number }])
    expect(text(own.files, 'profile-1.html')).toContain(number)
    expect(things(own.files, 'invitations')).toMatchObject([{ email: 'friend@acme.example', note: 'Come in' }])
    const asked = await gita.requests.ask({ id: portal.group('library') })
    const colleague = await ready('gita', gita.exports.ofMe())
    expect(all(colleague.files)).not.toMatch(/friend@acme|\+35385/)
    expect(things(colleague.files, 'requests').map(({ id }) => id)).toEqual([asked.id])
    // Noel waits in the lobby: of the group the name that the letter said, and nothing else.
    const noel = await ready('noel', (await portal.as('noel')).exports.ofMe())
    expect(things<{ groupName: string }>(noel.files, 'requests')).toEqual(
      (await (await portal.as('noel')).requests.lobby()).items.map((one) => ({
        ...one,
        since: one.since.toISOString(),
      })),
    )
  })

  it('is there in the lobby too', async () => {
    const noel = await portal.as('noel')
    const { files } = await ready('noel', noel.exports.ofMe())
    expect(text(files, 'profile-1.html')).toContain((await noel.account.me()).name)
    expect(things(files, 'posts')).toEqual([])
  })
})
