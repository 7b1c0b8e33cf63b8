import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray } from 'drizzle-orm'
import { simpleParser, type ParsedMail } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { events } from '#events/tables.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { invitationLetter } from './jobs.ts'
import { invitations } from './tables.ts'

let portal: TestPortal
beforeAll(async () => {
  portal = await openTestPortal()
})
afterAll(() => portal.close())

async function lettersTo(address: string): Promise<ParsedMail[]> {
  await portal.settled()
  const folder = join(portal.folder, 'outbox')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted()
  const letters = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))))
  return letters.filter(
    ({ to }) => to && !Array.isArray(to) && to.value.some((each) => each.address?.toLowerCase() === address),
  )
}
const onlyLetterTo = async (address: string): Promise<ParsedMail> => {
  const letters = await lettersTo(address)
  expect(letters).toHaveLength(1)
  return letters[0] as ParsedMail
}
const rowOf = async (email: string) => {
  const [row] = await portal.keep((tx) => tx.select().from(invitations).where(eq(invitations.email, email)))
  return row
}

describe('the letter (INV-3)', () => {
  it('says who invites, from where, into what, until when, and what to do when it is a mistake', async () => {
    const liam = await portal.as('liam')
    const note = 'The plans are in the feed.\n<b>See you</b>'
    await liam.invitations.invite({ id: portal.group('acme'), emails: ['Rosa.Diaz@acme.example'], note })
    const letter = await onlyLetterTo('rosa.diaz@acme.example')
    expect(letter.subject).toBe('Liam Doherty invites you to “Acme headquarters, Dublin”')
    expect(letter.text).toContain('> The plans are in the feed.\n> <b>See you</b>')
    expect(letter.text).toMatch(/http:\/\/localhost:\d+\/join\/[\w-]{43}\n/)
    expect(letter.text).toMatch(/good for ten days, until \d+ \w+\./)
    expect(letter.text).toContain('ignore this letter')
    expect(letter.html).toContain('&lt;b&gt;See you&lt;/b&gt;')
    expect(String(letter.html).match(/<a /g)).toHaveLength(2)
    expect(JSON.stringify(letter.to)).toContain('Rosa.Diaz@acme.example')
  })

  it('comes in the language that the inviter chose', async () => {
    const ewa = await portal.as('ewa')
    const id = portal.group('suppliers')
    await ewa.invitations.invite({ id, emails: ['ru@aqtas-glass.example'], language: 'ru' })
    await ewa.invitations.invite({ id, emails: ['pl@openbench.example'] })
    expect((await onlyLetterTo('ru@aqtas-glass.example')).subject).toBe(
      'Ewa Malinowska приглашает вас в «Suppliers and freelancers»',
    )
    expect((await onlyLetterTo('pl@openbench.example')).subject).toBe(
      'Ewa Malinowska zaprasza Cię do „Suppliers and freelancers”',
    )
  })

  it('goes to each by itself: nobody reads the address of another', async () => {
    const emails = ['one@beta-logistics.example', 'two@gamma-freight.example', 'three@beta-logistics.example']
    await (await portal.as('paula')).invitations.invite({ id: portal.group('carriers'), emails })
    for (const email of emails) {
      const letter = await onlyLetterTo(email)
      const whole = JSON.stringify([letter.to, letter.cc, letter.bcc, letter.text, letter.html, letter.headerLines])
      for (const other of emails) expect(whole.includes(other)).toBe(other === email)
    }
  })

  it('cannot be given further headers or readers by what people write', async () => {
    const helena = await portal.as('helena')
    const evil = 'Plans\r\nBcc: victim@example.com\r\n\r\nHello'
    const group = await helena.groups.create({ name: evil, external: true })
    await helena.invitations.invite({
      id: group.id,
      emails: ['careful@acme.example'],
      note: evil,
      company: 'A\r\nBcc: v@example.com',
    })
    const letter = await onlyLetterTo('careful@acme.example')
    expect(letter.bcc).toBeUndefined()
    expect(letter.headers.has('bcc')).toBe(false)
    expect(letter.subject).toContain('Plans Bcc: victim@example.com')
    expect(await lettersTo('victim@example.com')).toEqual([])
  })

  it('is not written when the invitation was taken back before', async () => {
    const liam = await portal.as('liam')
    const { items } = await liam.invitations.invite({ id: portal.group('acme'), emails: ['gone@acme.example'] })
    const id = items[0]?.id ?? ''
    expect(await lettersTo('gone@acme.example')).toHaveLength(1)
    await liam.invitations.withdraw({ id })
    // As if the first had stood in the queue until now.
    await portal.keep((tx) => portal.platform.jobs.queue(tx, invitationLetter, { id, sending: 1 }))
    expect(await lettersTo('gone@acme.example')).toHaveLength(1)
  })
})

describe('inviting (INV-1)', () => {
  it('refuses everything when one address cannot be read, and names it', async () => {
    const liam = await portal.as('liam')
    const bad = [
      'a@b',
      'x@acme.example,y@acme.example',
      '"q u"@acme.example',
      'ok@acme.example\nBcc: v@example.com',
      'Kim <k@acme.example>',
      '',
    ]
    const work = liam.invitations.invite({ id: portal.group('acme'), emails: ['fine@acme.example', ...bad] })
    await expect(work).rejects.toMatchObject({ code: 'INVALID', status: 400 })
    await expect(work).rejects.toThrow('“a@b” is not an e-mail address.')
    const issues = await work.catch((error: { data: { issues: { path: string[] }[] } }) =>
      error.data.issues.map(({ path }) => path.join('.')),
    )
    expect(issues).toEqual(bad.map((_, at) => `emails.${at + 1}`))
    expect(await rowOf('fine@acme.example')).toBeUndefined()
  })

  it('takes an address that differs by case, or stands twice, for one', async () => {
    const liam = await portal.as('liam')
    const { items } = await liam.invitations.invite({
      id: portal.group('acme'),
      emails: ['Double@Acme.example', ' double@acme.EXAMPLE '],
    })
    expect(items).toHaveLength(1)
    const again = await liam.invitations.invite({ id: portal.group('acme'), emails: ['DOUBLE@acme.example'] })
    expect(again.items[0]?.id).toBe(items[0]?.id)
  })

  it('says that somebody is a member, or works here, only as far as the inviter may know', async () => {
    const liam = await portal.as('liam')
    const issues = await liam.invitations
      .invite({
        id: portal.group('acme'),
        emails: ['kim@acme.example', 'gita@orlanta.example', 'lena@beta-logistics.example'],
      })
      .catch((error: { data: { issues: unknown } }) => error.data.issues)
    expect(issues).toEqual([
      { path: ['emails', '0'], message: 'ALREADY_MEMBER' },
      { path: ['emails', '1'], message: 'WORKS_HERE' },
    ])
    const { items } = await liam.invitations.invite({
      id: portal.group('acme'),
      emails: ['lena@beta-logistics.example'],
    })
    const stranger = await liam.invitations.invite({
      id: portal.group('acme'),
      emails: ['nobody@beta-logistics.example'],
    })
    const shape = (item: object | undefined) => Object.keys(item ?? {}).toSorted()
    expect(shape(items[0])).toEqual(shape(stranger.items[0]))
  })

  it('anew says everything anew: what is left out is taken back (INV-10)', async () => {
    const liam = await portal.as('liam')
    const [id, emails] = [portal.group('acme'), ['lowered@acme.example']]
    const much = {
      role: 'moderator',
      accessUntil: '2031-05-03',
      note: 'Welcome',
      company: 'Acme',
      purpose: 'To build',
    } as const
    await liam.invitations.invite({ id, emails, ...much, language: 'pl' })
    const { items } = await liam.invitations.invite({ id, emails })
    const nothing = { role: 'member', accessUntil: null, note: '', company: null, purpose: '', language: 'en' }
    expect(items).toMatchObject([nothing])
  })

  it('a member may invite whom a keeper has invited already, or has sent their letter anew: each has a letter of their own', async () => {
    const [liam, nora, kim] = [await portal.as('liam'), await portal.as('nora'), await portal.as('kim')]
    const id = portal.group('acme')
    const emails = ['of.both@acme.example', 'of.nora@acme.example']
    await liam.invitations.invite({ id, emails: emails.slice(0, 1) })
    const first = await nora.invitations.invite({ id, emails })
    expect(first.items).toMatchObject([{ lobby: true }, { lobby: true }])
    await liam.invitations.resend({ id: first.items[1]?.id ?? '' })
    const second = await nora.invitations.invite({ id, emails })
    expect(second.items[0]?.id).toBe(first.items[0]?.id)
    expect(second.items[1]?.id).not.toBe(first.items[1]?.id)
    // A keeper who has a letter under way to the same address sends the other anew: theirs of before ends.
    const renewed = await liam.invitations.resend({ id: second.items[0]?.id ?? '' })
    expect(renewed).toMatchObject({ lobby: false, invitedBy: { name: 'Liam Doherty' } })
    const { items } = await liam.invitations.list({ id, limit: 200 })
    expect(items.filter(({ email }) => email === emails[0])).toHaveLength(1)
    // Somebody from outside gets the same answer, whoever else invited: a letter of theirs.
    const shape = async (email: string) => {
      const [made] = (await kim.invitations.invite({ id, emails: [email] })).items
      return { ...made, id: '', email: '', sentAt: 0, expiresAt: 0 }
    }
    expect(await shape('of.both@acme.example')).toEqual(await shape('of.nobody@acme.example'))
  })

  it('invites those named while a group is created (INV-1), all or nothing', async () => {
    const helena = await portal.as('helena')
    const emails = ['early@openbench.example', 'bird@openbench.example']
    const group = await helena.groups.create({
      name: 'New showroom',
      external: true,
      invitations: { emails, note: 'Welcome' },
    })
    expect((await helena.invitations.list({ id: group.id })).items.map((item) => item.email).toSorted()).toEqual(
      emails.toSorted(),
    )
    expect((await onlyLetterTo('bird@openbench.example')).text).toContain('> Welcome')
    await expect(
      helena.groups.create({ name: 'Never made', external: true, invitations: { emails: ['bad'] } }),
    ).rejects.toMatchObject({ code: 'INVALID' })
    expect((await helena.groups.list({ search: 'Never made' })).items).toEqual([])
  })

  it('tells the team and nobody else', async () => {
    const liam = await portal.as('liam')
    const { items } = await liam.invitations.invite({ id: portal.group('acme'), emails: ['told@acme.example'] })
    const id = items[0]?.id ?? ''
    await liam.invitations.withdraw({ id })
    const heard = (key: 'boris' | 'kim' | 'gita') =>
      portal.under(key, (tx) =>
        tx
          .select({ kind: events.kind })
          .from(events)
          .where(and(eq(events.aboutKind, 'invitation'), eq(events.aboutId, id)))
          .orderBy(events.id),
      )
    expect(await heard('boris')).toEqual([{ kind: 'invitations.sent' }, { kind: 'invitations.withdrawn' }])
    expect(await heard('kim')).toEqual([])
    expect(await heard('gita')).toEqual([])
  })
})

describe('sending anew and taking back (INV-7)', () => {
  it('a new letter has a link of its own and ten days more, in the name of whoever sends it', async () => {
    const [liam, ruth] = await Promise.all([portal.as('liam'), portal.as('ruth')])
    const { items } = await liam.invitations.invite({ id: portal.group('acme'), emails: ['again@acme.example'] })
    await onlyLetterTo('again@acme.example')
    const before = await rowOf('again@acme.example')
    const renewed = await ruth.invitations.resend({ id: items[0]?.id ?? '' })
    // The link of the letter before is dead at once, before the new one is written.
    expect((await rowOf('again@acme.example'))?.tokenHash).not.toBe(before?.tokenHash)
    const letters = await lettersTo('again@acme.example')
    expect(letters.map(({ subject }) => subject?.split(' invites')[0])).toEqual(['Liam Doherty', 'Ruth Okafor'])
    expect((await rowOf('again@acme.example'))?.tokenHash).not.toBe(before?.tokenHash)
    expect(renewed.expiresAt.getTime()).toBeGreaterThan(before?.expiresAt.getTime() ?? 0)
  })

  it('one that ran out is listed as such, and a new letter makes it good again', async () => {
    const liam = await portal.as('liam')
    const { items } = await liam.invitations.invite({ id: portal.group('acme'), emails: ['late@acme.example'] })
    const id = items[0]?.id ?? ''
    await portal.settled()
    await portal.keep((tx) =>
      tx
        .update(invitations)
        .set({ expiresAt: new Date(Date.now() - 1000) })
        .where(eq(invitations.id, id)),
    )
    const state = async () =>
      (await liam.invitations.list({ id: portal.group('acme') })).items.find((item) => item.id === id)?.state
    expect(await state()).toBe('expired')
    expect((await liam.invitations.resend({ id })).state).toBe('pending')
    expect(await state()).toBe('pending')
  })

  it('one that was taken back is gone for everybody, and can be made anew', async () => {
    const liam = await portal.as('liam')
    const { items } = await liam.invitations.invite({ id: portal.group('acme'), emails: ['back@acme.example'] })
    const id = items[0]?.id ?? ''
    await liam.invitations.withdraw({ id })
    await expect(liam.invitations.withdraw({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(liam.invitations.resend({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const anew = await liam.invitations.invite({ id: portal.group('acme'), emails: ['back@acme.example'] })
    expect(anew.items[0]?.id).not.toBe(id)
  })

  it('an administrator takes back any, and sends anew those to work here', async () => {
    const anna = await portal.as('anna')
    const { items } = await (
      await portal.as('liam')
    ).invitations.invite({ id: portal.group('acme'), emails: ['overseen@acme.example'] })
    await anna.invitations.withdraw({ id: items[0]?.id ?? '' })
    expect((await rowOf('overseen@acme.example'))?.withdrawnAt).not.toBeNull()
    const employee = await anna.invitations.inviteEmployees({ emails: ['starter@orlanta.example'] })
    await anna.invitations.resend({ id: employee.items[0]?.id ?? '' })
    const letters = await lettersTo('starter@orlanta.example')
    expect(letters.at(-1)?.subject).toBe('Anna Halicka invites you to Orlanta')
  })
})

describe('many at once (INV-2)', () => {
  it('each of fifty gets one letter', async () => {
    const emails = Array.from({ length: 50 }, (_, n) => `many${n}@example.com`)
    await (await portal.as('paula')).invitations.invite({ id: portal.group('carriers'), emails })
    await portal.settled()
    const rows = await portal.keep((tx) => tx.select().from(invitations).where(inArray(invitations.email, emails)))
    expect(rows.filter(({ tokenHash }) => tokenHash !== null)).toHaveLength(50)
    const names = await readdir(join(portal.folder, 'outbox'))
    const sent = await Promise.all(names.map((name) => readFile(join(portal.folder, 'outbox', name), 'latin1')))
    expect(sent.flatMap((raw) => /^To: (many\d+@example\.com)/m.exec(raw)?.[1] ?? []).toSorted()).toEqual(
      emails.toSorted(),
    )
  })
})
