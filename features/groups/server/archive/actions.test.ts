import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { people } from '#access/tables.ts'
import { events } from '#events/tables.ts'
import { refusal } from '#tests/refusal.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { groupDeletions, groups } from '../tables.ts'
import { removeSome } from './jobs.ts'
import { inOrder } from './remove.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const told = (kind: string) =>
  portal.keep(async (tx) => (await tx.select().from(events).where(eq(events.kind, kind))).map((one) => one.aboutId))

/** Every table with rows in a space, as the database lists them, and how many. */
const rowsIn = (space: string) =>
  portal.keep(async (tx) => {
    const { rows } = await tx.execute<{ name: string }>(
      sql`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'space_id'`,
    )
    const found: Record<string, number> = {}
    for (const { name } of rows) {
      const counted = await tx.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)} where space_id = ${space}`,
      )
      if (counted.rows[0]?.n) found[name] = counted.rows[0].n
    }
    return found
  })
const spaceOf = (id: string) =>
  portal.keep(async (tx) => (await tx.select().from(groups).where(eq(groups.id, id)))[0]?.spaceId ?? '')

describe('archiving (GRP-10)', () => {
  it('is told to the members once, and so is reopening', async () => {
    const id = portal.group('almaty')
    const rustam = await portal.as('rustam')
    await rustam.groups.archive({ id })
    await rustam.groups.archive({ id })
    expect(await told('groups.archived')).toEqual([id])
    await rustam.groups.reopen({ id })
    await rustam.groups.reopen({ id })
    expect(await told('groups.reopened')).toEqual([id])
  })

  it('is also done by administrators of the portal who are in the group, and by no other', async () => {
    const anna = await portal.as('anna')
    const id = portal.group('almaty')
    expect((await anna.groups.archive({ id })).archivedBy?.id).toBe(portal.person('anna'))
    expect((await anna.groups.reopen({ id })).archivedAt).toBeNull()
    expect(await refusal(anna.groups.archive({ id: portal.group('workshop') }))).toBe('OWNER_ARCHIVES 403')
  })

  it('makes open invitations worthless until the group is reopened', async () => {
    const [liam, id] = [await portal.as('liam'), portal.group('acme')]
    const [invited] = (await liam.invitations.invite({ id, emails: ['new@acme.example'] })).items
    await liam.groups.archive({ id })
    expect(await refusal(liam.invitations.resend({ id: invited?.id ?? '' }))).toBe('GROUP_ARCHIVED 403')
    await liam.groups.reopen({ id })
    expect(await refusal(liam.invitations.resend({ id: invited?.id ?? '' }))).toBe('done')
  })
})

describe('deleting (GRP-10)', () => {
  const del = async (key: PersonKey, id: string, name: string) =>
    refusal((await portal.as(key)).groups.delete({ id, name }))

  it('is for the owner alone, who types the name', async () => {
    const id = portal.group('workshop')
    const { name } = await (await portal.as('stefan')).groups.get({ id })
    expect(await del('kasia', id, name)).toBe('OWNER_ONLY 403')
    expect(await del('anna', id, name)).toBe('OWNER_ONLY 403')
    expect(await del('kim', id, name)).toBe('NOT_FOUND 404')
    expect(await del('stefan', id, 'Stolarnia')).toBe('INVALID 400')
    expect((await rowsIn(await spaceOf(id))).posts).toBeGreaterThan(0)
  })

  it('takes the group from everybody at once, and then every row of it, whatever table it stands in', async () => {
    const id = portal.group('carriers')
    const space = await spaceOf(id)
    const paula = await portal.as('paula')
    const { name } = await paula.groups.get({ id })
    const before = await rowsIn(space)
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        'posts',
        'comments',
        'threads',
        'reactions',
        'tasks',
        'members',
        'lanes',
        'seats',
        'events',
      ]),
    )
    const asked = await paula.groups.delete({ id, name: ` ${name} ` })
    expect(asked).toMatchObject({ groupId: id, name, removed: 0, finishedAt: null })
    for (const key of ['paula', 'lena', 'piotr'] as const) {
      const client = await portal.as(key)
      expect(await refusal(client.groups.get({ id })), key).toBe('NOT_FOUND 404')
      // Whoever was in this group alone is in the lobby now, where there are no groups.
      if (key === 'paula') expect((await client.groups.list({ archived: true })).items).toEqual([])
      else expect(await refusal(client.groups.list({ archived: true })), key).toBe('NOT_FOUND 404')
    }
    await portal.settled()
    expect(await rowsIn(space)).toEqual({})
    const left = await portal.keep((tx) => tx.execute(sql`select id from spaces where id = ${space}`))
    expect(left.rows).toEqual([])
    const [deletion] = (await paula.groups.deletions()).items
    expect(deletion).toMatchObject({ groupId: id, name })
    expect(deletion?.total).toBe(deletion?.removed)
    expect(deletion?.finishedAt).toBeInstanceOf(Date)
    expect(await told('groups.deleted')).toEqual([id])
    expect((await (await portal.as('anna')).groups.deletions()).items).toEqual([])
    expect(await refusal((await portal.as('lena')).groups.deletions())).toBe('NOT_FOUND 404')
  })

  it('INV-4: closes the accounts of those who were only added there and never came, and frees their addresses', async () => {
    const [liam, id] = [await portal.as('liam'), portal.group('acme')]
    const added = (name: string) => {
      const email = `${name}@never.example`
      return liam.invitations.add({ id, email, name })
    }
    const [rosa, late, came] = [await added('rosa'), await added('late'), await added('came')]
    await portal.settled()
    const tokenOf = async (email: string) =>
      [...((await lettersTo(portal.folder, email)).at(-1) ?? '').matchAll(/\/join\/([\w-]+)/g)].at(-1)?.[1] ?? ''
    const noel = await portal.as('noel')
    const look = async (token: string) => refusal(noel.invitations.look({ token }))
    const token = await tokenOf(rosa.email)
    expect(await look(token)).toBe('done')
    // One letter ran out; the account behind it is as unused as the other. One person came.
    await portal.keep(async (tx) => {
      await tx.execute(sql`update invitations set expires_at = 'epoch' where id = ${late.id}`)
      await tx.execute(sql`update invitations set accepted_at = now() where id = ${came.id}`)
    })
    const { name } = await liam.groups.get({ id })
    await liam.groups.delete({ id, name })
    await portal.settled()
    const ids = [rosa, late, came, { person: { id: portal.person('kim') } }].map(({ person }) => person?.id ?? '')
    const closed = await portal.keep((tx) => tx.select().from(people).where(inArray(people.id, ids)))
    const isClosed = ids.map((one) => closed.find((person) => person.id === one)?.dismissedAt !== null)
    expect(isClosed).toEqual([true, true, false, false])
    expect(await look(token)).toBe(await look('never-was'))
    // The address is nobody's: it is added anew elsewhere as somebody new, and nothing was written to it meanwhile.
    expect(await lettersTo(portal.folder, rosa.email)).toHaveLength(1)
    const again = await (
      await portal.as('ewa')
    ).invitations.add({
      id: portal.group('suppliers'),
      email: rosa.email,
      name: 'Rosa',
    })
    expect(again.person?.id).not.toBe(rosa.person?.id)
    await portal.settled()
  })

  it('goes on where it was broken off', async () => {
    const id = portal.group('heron')
    const space = await spaceOf(id)
    const [owner] = (await (await portal.as('helena')).groups.members({ id })).items
    const client = await portal.asId(owner?.person.id ?? '')
    const { name } = await client.groups.get({ id })
    // What the queue would do, done here by hand in small pieces, the last of which never comes.
    await portal.platform.jobs.stop()
    await client.groups.delete({ id, name })
    const [row] = await portal.keep((tx) => tx.select().from(groupDeletions).where(eq(groupDeletions.groupId, id)))
    const step = () => portal.keep((tx) => removeSome(tx, row?.id ?? '', 7))
    expect(await step()).toBe(true)
    expect(await step()).toBe(true)
    const [half] = (await client.groups.deletions()).items
    expect(half).toMatchObject({ removed: 14, finishedAt: null })
    expect(half?.total).toBeGreaterThan(14)
    while (await step());
    expect(await rowsIn(space)).toEqual({})
    expect((await client.groups.deletions()).items[0]?.finishedAt).toBeInstanceOf(Date)
    expect(await step(), 'a second job finds nothing to do').toBe(false)
  })

  it('begins with what refers to others, so that no piece takes more along than it says', () => {
    const tables = [
      { name: 'audiences', refers: [] },
      { name: 'comments', refers: ['threads', 'audiences'] },
      { name: 'threads', refers: ['audiences'] },
    ]
    expect(inOrder(tables)).toEqual(['comments', 'threads', 'audiences'])
    expect(
      inOrder([
        { name: 'a', refers: ['b'] },
        { name: 'b', refers: ['a'] },
      ]),
    ).toEqual(['a', 'b'])
  })
})
