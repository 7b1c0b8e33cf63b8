import { eq, sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashed } from '#access/sessions.ts'
import { sessions, tokens } from '#access/sign-in-tables.ts'
import { asPerson } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type Client, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { addressOf, atBrowser, visitor } from '#tests/visitor.ts'
import { employments } from '../../server/tables.ts'

let portal: TestPortal
let anna: Client
beforeAll(async () => {
  portal = await openTestPortal()
  anna = await portal.freshly('anna')
})
afterAll(() => portal.close())

const id = (key: PersonKey) => portal.person(key)
// In words of the database: people may not know the tables of later rooms.
const rowsOf = <Row extends Record<string, unknown>>(query: SQL): Promise<Row[]> =>
  portal.keep(async (tx) => (await tx.execute(query)).rows as Row[])
const ownersOf = async (...names: string[]) => {
  const rows = await rowsOf<{ name: string; owner: string }>(
    sql`select g.name, m.person_id as owner from members m join groups g on g.id = m.group_id where m.role = 'owner'`,
  )
  return names.map((name) => rows.find((row) => row.name.startsWith(name))?.owner)
}
const openTasksOf = (key: PersonKey) =>
  rowsOf<{ id: string }>(
    sql`select id from tasks where responsible_id = ${id(key)} and completed_at is null order by 1`,
  )

describe('PPL-10: a dismissal with an heir', () => {
  it('says first what ends and what needs somebody', async () => {
    await signIn(portal, 'rustam')
    await portal.keep((tx) => tx.insert(tokens).values({ personId: id('rustam'), name: 'a program', hash: 'r' }))
    const preview = await anna.people.previewDismissal({ id: id('rustam') })
    const owned = await rowsOf(sql`select id from members where person_id = ${id('rustam')} and role = 'owner'`)
    expect(preview).toMatchObject({
      tasks: (await openTasksOf('rustam')).length,
      groups: owned.length,
      sessions: 1,
      tokens: 1,
    })
    const sponsored = await rowsOf(sql`select person_id as id from sponsorships where sponsor_id = ${id('liam')}`)
    expect(sponsored).not.toEqual([])
    expect((await anna.people.previewDismissal({ id: id('liam') })).externals).toBe(sponsored.length)
    const sent = await rowsOf(
      sql`select id from invitations where invited_by = ${id('liam')} and accepted_at is null and withdrawn_at is null and expires_at > now()`,
    )
    expect((await anna.people.previewDismissal({ id: id('liam') })).invitations).toBe(sent.length)
  })

  it('PPL-10: names what needs somebody, and of a secret group that the administrator is not in neither its name nor a task', async () => {
    const helena = await portal.as('helena')
    const mine = { responsibleId: id('helena') }
    await helena.tasks.create({ title: 'Sign for the glass', groupId: portal.group('heron'), ...mine })
    for (let n = 1; n <= 11; n++)
      await helena.tasks.create({ title: `For all ${n}`, groupId: portal.group('everyone'), ...mine })
    for (const preview of [
      await anna.people.previewDismissal({ id: id('helena') }),
      (await anna.people.previewMove({ id: id('helena'), kind: 'external' })).needsHeir,
    ]) {
      expect(preview).toMatchObject({ groups: 2, named: { groups: { readable: 1 } } })
      expect(preview.named.groups.first).toHaveLength(1)
      expect(preview.named.tasks.first).toHaveLength(10)
      expect(preview.named.tasks.readable).toBeGreaterThan(10)
      expect(preview.named.tasks.readable).toBeLessThan(preview.tasks)
      expect(JSON.stringify(preview)).not.toMatch(/Heron|Sign for the glass/)
    }
    await rowsOf(sql`delete from tasks where title like 'For all %' or title = 'Sign for the glass' returning id`)
  })

  it('gives the groups and the open tasks to the heir, and a task where the heir is not to the owner of the group', async () => {
    const stefan = await portal.as('stefan')
    const inWorkshop = await stefan.tasks.create({
      title: 'In the workshop',
      groupId: portal.group('workshop'),
      responsibleId: id('stefan'),
    })
    const forHimself = await stefan.tasks.create({ title: 'For himself', responsibleId: id('stefan') })
    const madina = await portal.as('madina')
    const inAlmaty = await (
      await portal.as('rustam')
    ).tasks.create({ title: 'In Almaty', groupId: portal.group('almaty'), responsibleId: id('madina') })
    const between = await stefan.tasks.create({ title: 'Between two', responsibleId: id('madina') })

    await anna.people.dismiss({ id: id('stefan'), heirId: id('gita'), reason: 'Retired' })
    expect(await ownersOf('Stolarnia')).toEqual([id('gita')])
    expect(await openTasksOf('stefan')).toEqual([])
    const gita = await portal.as('gita')
    for (const one of [inWorkshop, forHimself])
      expect(await gita.tasks.get({ id: one.id })).toMatchObject({
        responsible: { id: id('gita') },
        may: { change: true },
      })

    await anna.people.dismiss({ id: id('madina'), heirId: id('gita') })
    // She is not in that project, and inheriting lets nobody in.
    const [taken] = await rowsOf<{ responsible: string }>(
      sql`select responsible_id as responsible from tasks where id = ${inAlmaty.id}`,
    )
    expect(taken?.responsible).toBe(id('rustam'))
    expect((await gita.tasks.get({ id: between.id })).responsible?.id).toBe(id('gita'))
    await expect(gita.tasks.get({ id: inAlmaty.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const { items } = await anna.people.moves({ id: id('stefan') })
    expect(items).toMatchObject([{ from: 'employee', to: 'dismissed', reason: 'Retired', heir: { id: id('gita') } }])
    await anna.people.rehire({ id: id('stefan') })
    // Re-hiring gives access back; what came to the heir stays there.
    expect(await (await portal.as('stefan')).groups.list({ mine: true })).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: portal.group('workshop'), mine: 'moderator' }),
      ]) as unknown,
    })
    expect(await ownersOf('Stolarnia')).toEqual([id('gita')])
    await expect(madina.groups.list({})).rejects.toBeDefined()
  })

  it('without one leaves the tasks, and gives the groups to the manager; without a manager to the administrator', async () => {
    const [own] = await portal.keep((tx) =>
      tx
        .select()
        .from(employments)
        .where(eq(employments.personId, id('paula'))),
    )
    const before = await openTasksOf('paula')
    await anna.people.dismiss({ id: id('paula') })
    expect(await ownersOf('Carriers')).toEqual([own?.managerId])
    expect(await openTasksOf('paula')).toEqual(before)

    await portal.keep((tx) =>
      tx
        .update(employments)
        .set({ managerId: null })
        .where(eq(employments.personId, id('helena'))),
    )
    await anna.people.dismiss({ id: id('helena') })
    expect(await ownersOf('Project Heron', 'Everyone')).toEqual([id('anna'), id('anna')])
  })

  it('ends the invitations they sent: their letters open nothing any more', async () => {
    const ewa = await portal.as('ewa')
    const { items } = await ewa.invitations.invite({ id: portal.group('suppliers'), emails: ['new@supplier.example'] })
    await portal.settled()
    await rowsOf(sql`update invitations set token_hash = ${hashed('a letter')} where id = ${items[0]?.id}`)
    await anna.people.dismiss({ id: id('ewa'), heirId: id('dmitri') })
    await expect(
      anna.invitations.redeem({ token: 'a letter', name: 'New', password: 'a quiet new loggia' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('PPL-6: takes them out of the structure for as long as they are gone, and the next manager who is here inherits', async () => {
    const inSales = await anna.people.departments.add({ name: 'Sales', headId: id('boris') })
    await anna.people.change({ id: id('boris'), managerId: id('celine') })
    await anna.people.change({ id: id('arman'), managerId: id('boris') })
    const preview = await anna.people.previewDismissal({ id: id('boris') })
    expect(preview).toMatchObject({ leads: ['Project delivery', 'Sales'] })
    expect(preview.reports).toBeGreaterThan(0)
    await anna.people.dismiss({ id: id('boris') })
    const headOf = async () => {
      const { items } = await (await portal.as('gita')).people.departments.list()
      return items.find((one) => one.id === inSales.id)?.head?.id ?? null
    }
    expect(await headOf()).toBeNull()
    expect(await (await portal.as('gita')).people.get({ id: id('arman') })).not.toHaveProperty('manager')
    await (await portal.as('arman')).groups.create({ name: 'Owned by Arman' })
    await anna.people.dismiss({ id: id('arman') })
    expect(await ownersOf('Owned by Arman')).toEqual([id('celine')])
    await anna.people.rehire({ id: id('boris') })
    expect(await headOf()).toBe(id('boris'))
  })

  it('hands their open tasks over later too', async () => {
    const tomasz = await portal.as('tomasz')
    const left = await tomasz.tasks.create({ title: 'Left behind', responsibleId: id('tomasz') })
    const handOver = (heir: PersonKey) => anna.people.handOver({ id: id('tomasz'), heirId: id(heir) })
    await expect(handOver('gita')).rejects.toMatchObject({ code: 'STILL_HERE' })
    await anna.people.dismiss({ id: id('tomasz') })
    await expect(handOver('kim')).rejects.toMatchObject({ data: { issues: [{ path: ['heirId'] }] } })
    await handOver('gita')
    expect(await openTasksOf('tomasz')).toEqual([])
    expect((await (await portal.as('gita')).tasks.get({ id: left.id })).responsible?.id).toBe(id('gita'))
    expect((await anna.people.moves({ id: id('tomasz') })).items[0]).toMatchObject({
      from: 'dismissed',
      to: 'dismissed',
      heir: { id: id('gita') },
    })
  })

  it('asks for a fresh proof, hiring again does too, and an access token gets neither', async () => {
    const later = await atBrowser(portal, 'anna')
    await portal.keep((tx) => tx.update(sessions).set({ provedAt: sql`now() - interval '11 minutes'` }))
    const byToken = await portal.as('anna')
    for (const act of ['dismiss', 'rehire'] as const) {
      await expect(byToken.people[act]({ id: id('jakub') })).rejects.toMatchObject({ code: 'SIGNED_IN_BY_TOKEN' })
      await expect(later.people[act]({ id: id('jakub') })).rejects.toMatchObject({ code: 'PROVE_IT_IS_YOU' })
      await anna.people[act]({ id: id('jakub') })
    }
  })

  it('asks for an heir who works here', async () => {
    for (const heir of ['kim', 'paula', 'gita'] as const)
      await expect(anna.people.dismiss({ id: id('gita'), heirId: id(heir) }), heir).rejects.toMatchObject({
        data: { issues: [{ path: ['heirId'] }] },
      })
  })
})

describe('PPL-9: the same e-mail, freed and used again', () => {
  it('is a new person who inherits nothing of the one before', async () => {
    const before = id('ingrid')
    const groupsBefore = (await (await portal.as('ingrid')).groups.list({})).items
    expect(groupsBefore).not.toEqual([])
    const email = await addressOf(portal, 'ingrid')
    const free = () => anna.people.freeAddress({ id: before })
    await expect(free()).rejects.toMatchObject({ code: 'STILL_HERE' })
    await anna.people.dismiss({ id: before })
    const liam = await portal.freshly('liam')
    await liam.invitations.invite({ id: portal.group('acme'), emails: [email] })
    const letter = async () => {
      await portal.settled()
      return /\/join\/([\w-]{43})/.exec((await lettersTo(portal.folder, email)).at(-1) ?? '')?.[1] ?? ''
    }
    const newcomer = visitor(portal)
    const come = async () =>
      newcomer.invitations.redeem({ token: await letter(), name: 'Ingrid Again', password: 'another quiet loggia' })
    await expect(come()).rejects.toBeDefined()
    // A letter that was under way when they went must not let the next owner of the address, or them, in.
    const link = (await portal.sessions.linkFor(email)) ?? ''
    expect(link).not.toBe('')
    await free()
    await expect(free()).rejects.toMatchObject({ code: 'NO_ADDRESS_LEFT' })
    const { id: made } = await come()
    expect(made).not.toBe(before)
    await expect(visitor(portal).account.followLink({ token: link })).rejects.toMatchObject({ code: 'LINK_SPENT' })
    expect((await newcomer.groups.list({})).items.map((group) => group.id)).toEqual([portal.group('acme')])
    await (await portal.as('ruth')).groups.removeMember({ id: portal.group('acme'), personId: made })
    const again = await portal.asId(made)
    // In no group, they are in the lobby; and past the procedures the rules show them nothing either.
    await expect(again.groups.list({})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const seen = async () => {
      const { rows } = await asPerson(portal.platform.database, made, (tx) =>
        tx.execute(sql`select (select count(*) from groups) + (select count(*) from posts) + (select count(*) from tasks) +
          (select count(*) from people where id <> ${made}) as n`),
      )
      return rows
    }
    expect(await seen()).toEqual([{ n: '0' }])
    await expect(again.people.get({ id: before })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(anna.people.rehire({ id: before })).rejects.toMatchObject({ code: 'ADDRESS_NEEDED' })
    for (const taken of [email, 'no address'])
      await expect(anna.people.rehire({ id: before, email: taken })).rejects.toMatchObject({
        data: { issues: [{ path: ['email'] }] },
      })
    await anna.people.rehire({ id: before, email: 'Ingrid@Elsewhere.example' })
    expect(await addressOf(portal, 'ingrid')).toBe('ingrid@elsewhere.example')
    const [old] = await portal.keep((tx) => tx.select().from(people).where(eq(people.id, before)))
    expect(old?.dismissedAt).toBeNull()
    expect(await seen()).toEqual([{ n: '0' }])
    // Nobody but them gives somebody here another address.
    await anna.people.dismiss({ id: id('hana') })
    await expect(anna.people.rehire({ id: id('hana'), email: 'hana@elsewhere.example' })).rejects.toMatchObject({
      data: { issues: [{ path: ['email'] }] },
    })
  })
})

describe('PPL-1: a token has the kind of its person and dies with their access', () => {
  it('an external’s never is more, an employee’s becomes external with them, and a dismissed one’s is nobody’s', async () => {
    const bearer = async (token: string) => portal.sessions.whoIs(new Headers({ authorization: `Bearer ${token}` }))
    const make = async (key: PersonKey) => {
      const secret = `lga_${key}`
      await portal.keep((tx) =>
        tx.insert(tokens).values({ personId: id(key), name: 'a program', hash: hashed(secret) }),
      )
      return secret
    }
    const [omar, nora] = [await make('omar'), await make('nora')]
    expect(await bearer(omar)).toMatchObject({ kind: 'external', administrator: false })
    expect(await bearer(nora)).toMatchObject({ kind: 'employee' })
    await anna.people.move({ id: id('nora'), kind: 'external', heirId: id('gita') })
    expect(await bearer(nora)).toMatchObject({ kind: 'external', administrator: false })
    await anna.people.dismiss({ id: id('nora') })
    expect(await bearer(nora)).toBeNull()
    await anna.people.rehire({ id: id('nora') })
    expect(await bearer(nora)).toBeNull()
  })
})
