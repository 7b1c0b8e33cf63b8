import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { circleMembers, seats } from '#access/tables.ts'
import type { GroupKey, PersonKey } from '#app/sample/cast.ts'
import { sponsorships } from '#features/people/server/tables.ts'
import { groups, members } from '../../server/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo, messagesTo } from '#tests/rules/letters.ts'
import { findReaderFaults } from '#tests/rules/readers.ts'
import { visitor } from '#tests/visitor.ts'
import { daysAfter } from './days.ts'
import { keepTerms } from './jobs.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const isStay = (group: GroupKey, who: PersonKey) =>
  and(eq(members.groupId, portal.group(group)), eq(members.personId, portal.person(who)))
const stayOf = async (group: GroupKey, who: PersonKey) => {
  const [row] = await portal.keep((tx) => tx.select().from(members).where(isStay(group, who)))
  return row
}
/** As if the day had been said long ago: nobody has been reminded yet. */
const give = (group: GroupKey, who: PersonKey, until: string, termDays = 90) =>
  portal.keep((tx) =>
    tx.update(members).set({ until, termDays, reminded: null, lapsedAt: null }).where(isStay(group, who)),
  )
const zoned = (group: GroupKey, timeZone: string) =>
  portal.keep((tx) =>
    tx
      .update(groups)
      .set({ timeZone })
      .where(eq(groups.id, portal.group(group))),
  )
const at = (moment: string) => keepTerms(portal.platform, new Date(moment))
const today = new Date().toISOString().slice(0, 10)
const noonIn = (days: number) => `${daysAfter(today, days)}T12:00:00Z`
const written = async (address: string): Promise<number> => {
  await portal.settled()
  return (await lettersTo(portal.folder, address)).length
}
const lettersOf = async (address: string) => (await lettersTo(portal.folder, address)).at(-1) ?? ''

describe('INV-11: reminders', () => {
  it('come 14 and 3 days before, once each, to both, however long nothing ran', async () => {
    await give('acme', 'kim', daysAfter(today, 20))
    const [kim, liam] = ['kim@acme.example', 'liam@orlanta.example'] as const
    const before = [await written(kim), await written(liam)] as const
    const since = async () => [(await written(kim)) - before[0], (await written(liam)) - before[1]]
    await at(noonIn(5))
    expect(await since()).toEqual([0, 0])
    await at(noonIn(6))
    await at(noonIn(6))
    await at(noonIn(9))
    expect(await since()).toEqual([1, 1])
    await at(noonIn(19))
    await at(noonIn(20))
    expect(await since()).toEqual([2, 2])
    expect((await stayOf('acme', 'kim'))?.lapsedAt).toBeNull()
  })

  it('that came too late are not said after the day was set; one that was missed gives way to the next', async () => {
    await (
      await portal.as('ruth')
    ).groups.renew({
      id: portal.group('acme'),
      personId: portal.person('omar'),
      until: daysAfter(today, 10),
    })
    const before = await written('omar@acme.example')
    await at(noonIn(1))
    expect(await written('omar@acme.example')).toBe(before)
    await at(noonIn(8))
    expect(await written('omar@acme.example')).toBe(before + 1)
  })

  it('name the person, the sponsor and the group to those who know them', async () => {
    const toSponsor = await lettersOf('liam@orlanta.example')
    expect(toSponsor).toContain('Omar Haddad')
    expect(toSponsor).toMatch(/\/renew\/[\w-]{43}/)
    const toOmar = await lettersOf('omar@acme.example')
    expect(toOmar).toContain('Ask Liam')
    expect(toOmar).not.toContain('/renew/')
  })

  it('reach the sponsor who is not in the group too, by name and day and without the group; its owner renews', async () => {
    const [omar, sponsor] = [portal.person('omar'), 'stefan@orlanta.example']
    const by = (key: PersonKey) =>
      portal.keep((tx) =>
        tx
          .update(sponsorships)
          .set({ sponsorId: portal.person(key), purpose: 'the server room' })
          .where(eq(sponsorships.personId, omar)),
      )
    await by('stefan')
    await give('acme', 'omar', daysAfter(today, 14))
    const before = [await written(sponsor), await written('liam@orlanta.example')] as const
    await at(noonIn(0))
    expect(await written(sponsor)).toBe(before[0] + 1)
    expect(await written('liam@orlanta.example')).toBe(before[1] + 1)
    const letter = await lettersOf(sponsor)
    expect(letter).toContain(`/external-people/${omar}`)
    expect(letter).not.toMatch(/Acme headquarters|\/renew\/|\/groups\//)
    expect(await lettersOf('liam@orlanta.example')).toMatch(/\/renew\/[\w-]{43}/)
    await by('liam')
  })

  it('go to the phone of whoever has no address: one sentence in their language, and nothing before they have come', async () => {
    const number = '+48602777001'
    const liam = await portal.as('liam')
    await liam.invitations.invite({ id: portal.group('acme'), emails: [number], language: 'pl' })
    await portal.settled()
    const token = /\/join\/([\w-]+)/.exec((await messagesTo(portal.folder, number)).at(-1) ?? '')?.[1] ?? ''
    const { id } = await visitor(portal).invitations.redeem({ token, name: 'Zbigniew Wrona' })
    await liam.groups.renew({ id: portal.group('acme'), personId: id, until: daysAfter(today, 20) })
    await at(noonIn(7))
    await portal.settled()
    expect((await messagesTo(portal.folder, number)).slice(1)).toEqual([
      expect.stringMatching(
        /^Twój dostęp do grupy „Acme headquarters, Dublin” w portalu Orlanta kończy się \d+ .+ \d{4}: http\S+$/,
      ),
    ])
    expect(await lettersOf('liam@orlanta.example')).toContain('Zbigniew Wrona')
    // Dismissed meanwhile, they hear nothing.
    await give('acme', 'omar', daysAfter(today, 90))
    await (await portal.freshly('anna')).people.dismiss({ id })
    await at(noonIn(18))
    await portal.settled()
    expect(await messagesTo(portal.folder, number)).toHaveLength(2)
  })

  it('name nobody who works here where they speak in one voice', async () => {
    await portal.keep((tx) =>
      tx
        .update(groups)
        .set({ isolation: 'voice' })
        .where(eq(groups.id, portal.group('acme'))),
    )
    await give('acme', 'ingrid', daysAfter(today, 14))
    const before = await written('ingrid@acme.example')
    await at(noonIn(0))
    expect(await written('ingrid@acme.example')).toBe(before + 1)
    const letter = await lettersOf('ingrid@acme.example')
    expect(letter).not.toMatch(/Liam|Ruth/)
    expect(letter).toContain('Ask Orlanta')
    await portal.keep((tx) =>
      tx
        .update(groups)
        .set({ isolation: 'open' })
        .where(eq(groups.id, portal.group('acme'))),
    )
  })
})

describe('INV-11: a lapse', () => {
  // The clock goes far ahead here.
  beforeAll(() => portal.keep((tx) => tx.update(members).set({ until: null })))

  it.each([
    ['Europe/Warsaw', '2027-03-27', '2027-03-27T22:59:00Z', '2027-03-27T23:00:00Z'],
    ['Europe/Warsaw', '2027-03-28', '2027-03-28T21:59:00Z', '2027-03-28T22:00:00Z'],
    ['Europe/Warsaw', '2027-10-31', '2027-10-31T22:59:00Z', '2027-10-31T23:00:00Z'],
    ['Asia/Kathmandu', '2027-01-05', '2027-01-05T18:14:00Z', '2027-01-05T18:15:00Z'],
    ['America/Los_Angeles', '2027-03-14', '2027-03-15T06:59:00Z', '2027-03-15T07:00:00Z'],
  ])('comes at midnight in %s after %s', async (zone, until, before, after) => {
    await zoned('carriers', zone)
    await give('carriers', 'lena', until)
    await at(before)
    expect((await stayOf('carriers', 'lena'))?.lapsedAt).toBeNull()
    await at(after)
    expect((await stayOf('carriers', 'lena'))?.lapsedAt).toBeInstanceOf(Date)
    await (await portal.as('paula')).groups.renew({ id: portal.group('carriers'), personId: portal.person('lena') })
    expect((await stayOf('carriers', 'lena'))?.lapsedAt).toBeNull()
  })

  it('closes everything, is read by the team alone, and renewal gives back the same seats', async () => {
    const held = async () => {
      const own = await portal.keep((tx) =>
        tx
          .select()
          .from(seats)
          .where(eq(seats.personId, portal.person('kim'))),
      )
      const circles = await portal.keep((tx) =>
        tx
          .select()
          .from(circleMembers)
          .where(eq(circleMembers.personId, portal.person('kim'))),
      )
      return { own, circles }
    }
    const acme = { id: portal.group('acme') }
    const names = async (key: PersonKey) =>
      (await (await portal.as(key)).groups.members({ ...acme, limit: 200 })).items.map(({ person }) => person.name)
    await (await portal.as('liam')).groups.changeMember({ ...acme, personId: portal.person('kim'), role: 'moderator' })
    const before = await held()
    await give('acme', 'kim', daysAfter(today, -1))
    await at(noonIn(0))
    const kim = await portal.as('kim')
    expect(await refusal(kim.groups.get(acme))).toBe('NOT_FOUND')
    expect(await kim.account.me()).toMatchObject({ waiting: true })
    expect(await findReaderFaults(portal)).toEqual([])
    expect(await names('liam')).toContain('Kim Lee')
    expect(await names('omar')).not.toContain('Kim Lee')
    expect(await refusal((await portal.as('omar')).people.get({ id: portal.person('kim') }))).toBe('NOT_FOUND')
    expect(await kim.groups.ownAccess()).toMatchObject({ groups: [{ id: null, name: 'Acme headquarters, Dublin' }] })

    const renewed = await (await portal.as('liam')).groups.renew({ ...acme, personId: portal.person('kim') })
    expect(renewed.until).toBe(daysAfter(today, 90))
    expect(await held()).toEqual(before)
    expect(await names('omar')).toContain('Kim Lee')
    expect((await kim.groups.get(acme)).mine).toBe('moderator')
  })

  it('is survived by keeping people apart: whoever lapsed stays hidden from others, and comes back into their lane', async () => {
    const acme = { id: portal.group('acme') }
    const liam = await portal.as('liam')
    await give('acme', 'omar', daysAfter(today, -1))
    await at(noonIn(0))
    await liam.groups.isolate({ ...acme, isolation: 'company' })
    expect(await refusal((await portal.as('kim')).people.get({ id: portal.person('omar') }))).toBe('NOT_FOUND')
    await liam.groups.renew({ ...acme, personId: portal.person('omar') })
    expect((await stayOf('acme', 'omar'))?.audienceId).toBe((await stayOf('acme', 'kim'))?.audienceId)
    expect((await (await portal.as('kim')).people.get({ id: portal.person('omar') })).name).toBe('Omar Haddad')
    await liam.groups.isolate({ ...acme, isolation: 'open' })
  })
})

describe('INV-11: renewal', () => {
  const omar = () => ({ id: portal.group('acme'), personId: portal.person('omar') })
  it('is for the sponsor, owner and moderators of the group and administrators', async () => {
    await give('acme', 'omar', daysAfter(today, 30))
    expect(await refusal((await portal.as('boris')).groups.renew(omar()))).toBe('RENEWED_BY_SPONSORS')
    expect(await refusal((await portal.as('kim')).groups.renew(omar()))).toBe('NOT_FOUND')
    expect(await refusal((await portal.as('stefan')).groups.renew(omar()))).toBe('NOT_FOUND')
    for (const [key, days] of [
      ['ruth', 120],
      ['liam', 210],
      ['anna', 300],
    ] as const)
      expect((await (await portal.as(key)).groups.renew(omar())).until).toBe(daysAfter(today, days))
    await (await portal.as('anna')).groups.changeSponsorship({ id: omar().personId, sponsorId: portal.person('boris') })
    expect(await refusal((await portal.as('boris')).groups.renew(omar()))).toBe('done')
  })

  it('by the link of a letter happens once, and only for whoever may at that moment', async () => {
    await give('acme', 'omar', daysAfter(today, 14))
    await at(noonIn(0))
    await portal.settled()
    // That they answer for Omar now is another letter, and may come after this one.
    const letters = await lettersTo(portal.folder, 'boris@orlanta.example')
    const [key = ''] = letters.flatMap((letter) => /\/renew\/([\w-]{43})/.exec(letter)?.[1] ?? [])
    for (const other of ['celine', 'omar', 'stefan'] as const)
      expect(await refusal((await portal.as(other)).groups.renewByKey({ key }))).toBe('NOT_FOUND')
    const boris = await portal.as('boris')
    expect(await boris.groups.renewByKey({ key })).toMatchObject({ renewed: true, until: daysAfter(today, 104) })
    expect(await boris.groups.renewByKey({ key })).toMatchObject({ renewed: false, until: daysAfter(today, 104) })
    expect(await refusal(boris.groups.renewByKey({ key: 'A'.repeat(43) }))).toBe('NOT_FOUND')
  })

  it('stays within what the portal lets', async () => {
    const anna = await portal.as('anna')
    await anna.invitations.changeRules({ mostDays: 30 })
    const until = daysAfter(today, 40)
    await expect((await portal.as('ruth')).groups.renew({ ...omar(), until })).rejects.toMatchObject({
      code: 'INVALID',
    })
    await expect((await portal.as('ruth')).groups.renew({ ...omar(), until: null })).rejects.toMatchObject({
      status: 400,
    })
    await give('acme', 'omar', daysAfter(today, 5))
    expect((await (await portal.as('ruth')).groups.renew(omar())).until).toBe(daysAfter(today, 30))
    await anna.invitations.changeRules({ mostDays: null })
  })
})
