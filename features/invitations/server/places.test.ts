import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashed } from '#access/sessions.ts'
import { people } from '#access/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { invitations } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

const rule = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'done').catch((error: { code?: string }) => error.code ?? 'an error without a code')
const externalsHere = async () =>
  (
    await portal.keep((tx) =>
      tx
        .select()
        .from(people)
        .where(and(eq(people.kind, 'external'), isNull(people.dismissedAt))),
    )
  ).length
const cap = async (most: number) =>
  (await portal.as('anna')).portal.changeLicence({ externals: 'capped', mostExternals: most })
const comes = async (token: string) =>
  rule((await portal.as('kim')).invitations.redeem({ token, name: 'Newcomer', password: 'four quiet words here' }))

describe('places of the licence where one invites and comes in (ROLE-4)', () => {
  it('twenty who come at once to three free places are three, and the others may come later', async () => {
    const emails = Array.from({ length: 20 }, (_, n) => `rush-${n}@acme.example`)
    await (await portal.as('liam')).invitations.invite({ id: portal.group('acme'), emails })
    const tokens = emails.map((email) => `token of ${email}`)
    // Another sending than the letters on their way, so that these tokens are the ones that count.
    for (const [n, email] of emails.entries())
      await portal.keep((tx) =>
        tx
          .update(invitations)
          .set({ sending: 99, tokenHash: hashed(tokens[n] ?? '') })
          .where(eq(invitations.email, email)),
      )
    const before = await externalsHere()
    await cap(before + 3)
    const answers = await Promise.all(tokens.map(comes))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(3)
    expect(answers.filter((answer) => answer === 'LICENCE_FULL')).toHaveLength(17)
    expect(await externalsHere()).toBe(before + 3)
    const late = tokens[answers.indexOf('LICENCE_FULL')] ?? ''
    expect(await (await portal.as('kim')).invitations.look({ token: late })).toMatchObject({
      next: 'refused',
      refusal: 'LICENCE_FULL',
    })
    await cap(before + 4)
    expect(await comes(late)).toBe('done')
  })

  it('inviting into a full portal says what to do; somebody whom one meets already needs no place', async () => {
    await cap(await externalsHere())
    const liam = await portal.as('liam')
    const group = await liam.groups.create({ name: 'A second room', external: true })
    const work = liam.invitations.invite({ id: group.id, emails: ['another@acme.example'] })
    await expect(work).rejects.toMatchObject({ code: 'LICENCE_FULL', status: 403 })
    await expect(work).rejects.toThrow('Settings → Licence')
    expect(await rule(liam.invitations.invite({ id: group.id, emails: ['kim@acme.example'] }))).toBe('done')
  })

  it('the refusal does not tell whether an address is known that the inviter never met', async () => {
    const liam = await portal.as('liam')
    const answer = (email: string) =>
      liam.invitations
        .invite({ id: portal.group('acme'), emails: [email] })
        .catch((error: unknown) => JSON.stringify(error))
    expect(await answer('lena@beta-logistics.example')).toBe(await answer('nobody@beta-logistics.example'))
    expect(await answer('lena@beta-logistics.example')).toContain('LICENCE_FULL')
  })

  it('a portal full of employees invites no more of them', async () => {
    const anna = await portal.as('anna')
    await anna.portal.changeLicence({ mostPeople: 1 })
    expect(await rule(anna.invitations.inviteEmployees({ emails: ['one.more@orlanta.example'] }))).toBe('LICENCE_FULL')
    await anna.portal.changeLicence({ mostPeople: null })
    expect(await rule(anna.invitations.inviteEmployees({ emails: ['one.more@orlanta.example'] }))).toBe('done')
  })
})
