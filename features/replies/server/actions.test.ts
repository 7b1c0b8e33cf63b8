import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { replyAddressFor } from './addresses.ts'
import { answer } from './answering.ts'
import { clearLetters, readLetter } from './jobs.ts'
import { lettersIn, replyAddresses } from './tables.ts'

let portal: TestPortal
let task: string
let transport: ReturnType<typeof createTransport>
beforeAll(async () => {
  portal = await openTestPortal({ MAIL_IN: 'smtp://127.0.0.1:0?domain=in.orlanta.example' })
  transport = createTransport({ host: '127.0.0.1', port: portal.mailPort ?? 0, ignoreTLS: true, pool: true })
  const liam = await portal.as('liam')
  const given = { groupId: portal.group('acme'), responsibleId: portal.person('kim') }
  task = (await liam.tasks.create({ ...given, title: 'Measure the stairs' })).id
  await portal.settled()
})
afterAll(async () => {
  transport.close()
  await portal.close()
})
// Each test begins an hour later: nobody has written too much.
beforeEach(() => portal.keep((tx) => tx.update(lettersIn).set({ arrivedAt: sql`arrived_at - interval '2 hours'` })))

const kim = 'kim@acme.example'
/** The address that stands in a letter of the portal: here one made as the letter makes it. */
const addressOf = async (key: PersonKey, threadId = task, audienceId?: string): Promise<string> => {
  const about = { threadId, personId: portal.person(key), audienceId }
  const address = await portal.keep((tx) => replyAddressFor(tx, portal.platform, about))
  if (!address) throw new Error('letters do not come in')
  return address.text
}
/** Sends a letter as any mail server does; what this one answered. */
const send = async (to: string, mail: SendMailOptions, from = kim): Promise<string> => {
  try {
    const envelope = { from, to }
    await transport.sendMail({ from, to, envelope, subject: 'Re: Measure the stairs', ...mail })
    return 'taken'
  } catch (error) {
    return String((error as { responseCode?: number }).responseCode)
  }
}
/** Sends one, and waits until it was read. */
const post = async (...letter: Parameters<typeof send>): Promise<string> => {
  const answer = await send(...letter)
  await portal.settled()
  return answer
}
const said = async (id = task) => (await (await portal.as('liam')).tasks.comments({ id, limit: 100 })).items
const last = async (id = task) => (await said(id)).at(-1)
const rows = () => portal.keep((tx) => tx.select().from(lettersIn).orderBy(lettersIn.id))
const refusals = async () => (await rows()).map((row) => row.refusal)
/** Sends letters that become no comment: why each was refused. */
const refused = async (to: string, letters: [SendMailOptions, string?][]) => {
  const [comments, before] = [(await said()).length, (await rows()).length]
  for (const [mail, from] of letters) expect(await send(to, mail, from)).toBe('taken')
  await portal.settled()
  expect((await said()).length).toBe(comments)
  return (await refusals()).slice(before)
}

describe('TASK-2: answering the letter adds a comment', () => {
  it('as whoever answers, from the address in the letter itself, however it is written', async () => {
    const letter = (await lettersTo(portal.folder, kim)).find((one) => one.includes('Measure the stairs'))
    const [, to = ''] = /^Reply-To: <?(reply\+\w{26}@in\.orlanta\.example)>?\s*$/im.exec(letter ?? '') ?? []
    expect(to).not.toContain(task)
    const text = 'I come on Monday.\n\nOn Mon, 23 Nov 2026 at 10:00 Liam <liam@orlanta.example> wrote:\n> Measure'
    expect(await post(to.toUpperCase(), { from: 'Kim Lee <KIM@Acme.example>', text })).toBe('taken')
    expect(await last()).toMatchObject({ author: { name: 'Kim Lee' }, text: 'I come on Monday.', apart: null })
    expect(await post(to, { text: 'And on Tuesday.' })).toBe('taken')
    expect((await last())?.text).toBe('And on Tuesday.')
  })

  it.each(['windows-1251', 'koi8-r'])('in %s', async (charset) => {
    const words = 'Приеду в понедельник.'
    const bytes = Buffer.from(Array.from(words, (letter) => byteIn(charset, letter)))
    const head = `From: ${kim}\r\nSubject: x\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n`
    expect(await post(await addressOf('kim'), { raw: head + bytes.toString('base64') })).toBe('taken')
    expect((await last())?.text).toBe(words)
  })

  it('from a page alone, without what was quoted, scripted or shown', async () => {
    const html = `<style>p{}</style><script>bad()</script><p>Yes, <b>Monday</b> &amp; noon<img src="https://x.example/1.png"></p><ul><li>stairs</li></ul>
      <div class="gmail_quote"><div>On Mon, 23 Nov 2026 at 10:00 Liam &lt;liam@orlanta.example&gt; wrote:<br></div><blockquote>Measure</blockquote></div>`
    expect(await post(await addressOf('kim'), { html })).toBe('taken')
    expect((await last())?.text).toBe('Yes, Monday & noon\n\n- stairs')
  })

  it('once, however often it is sent, and whatever breaks off', async () => {
    const to = await addressOf('kim')
    const before = (await said()).length
    const raw = (more = '') => `From: ${kim}\r\n${more}Message-ID: <once@acme.example>\r\nSubject: x\r\n\r\nOnly once`
    for (const one of [raw(), raw(), raw('Received: by another\r\n')])
      expect(await post(to, { raw: one })).toBe('taken')
    expect((await said()).length).toBe(before + 1)
    // Killed after the comment was made, before that was noted.
    const row = (await rows()).find(({ messageId }) => messageId === '<once@acme.example>')
    await portal.keep((tx) =>
      tx
        .update(lettersIn)
        .set({ settledAt: null })
        .where(eq(lettersIn.id, row?.id ?? '')),
    )
    await readLetter.run({ id: row?.id ?? '' }, portal.platform)
    expect((await said()).length).toBe(before + 1)
    // Read by two at the same moment: the second finds that it was taken.
    const [address] = await portal.keep((tx) =>
      tx
        .select()
        .from(replyAddresses)
        .where(eq(replyAddresses.hash, row?.addressHash ?? '')),
    )
    if (!row || !address) throw new Error('The letter came to no address.')
    expect(await answer(portal.platform, { letterId: row.id, address, text: 'Only once', files: [] })).toBeNull()
    expect((await said()).length).toBe(before + 1)
    expect(await refusals()).toEqual((await rows()).map(() => null))
    expect(await readdir(join(portal.folder, 'files', 'kept', 'letters-in'))).toEqual([])
  })

  it('GRP-7, GRP-8: in the lane or the team that the words were for, and in nothing wider', async () => {
    const [liam, paula] = [await portal.as('liam'), await portal.as('paula')]
    const acme = { groupId: portal.group('acme'), title: 'Among us', responsibleId: portal.person('liam') }
    const among = await liam.tasks.create({ ...acme, title: 'For all' })
    const { rows: teams } = await portal.keep((tx) =>
      tx.execute<{ id: string }>(
        sql`select a.id from audiences a join groups g on g.space_id = a.space_id where g.id = ${acme.groupId} and a.kind = 'team'`,
      ),
    )
    await post(await addressOf('liam', among.id, teams[0]?.id), { text: 'Not for Acme' }, 'liam@orlanta.example')
    const inTeam = await last(among.id)
    expect(inTeam).toMatchObject({ text: 'Not for Acme', apart: { audience: 'team' } })
    // A letter that should never have been: for the team, to somebody from outside.
    expect(await refused(await addressOf('kim', among.id, teams[0]?.id), [[{ text: 'Let me in' }]])).toEqual([
      'noRight',
    ])

    const carriers = portal.group('carriers')
    await paula.groups.isolate({ id: carriers, isolation: 'company' })
    await portal.settled()
    const post1 = await paula.feed.add({ groupId: carriers, text: 'To all carriers' })
    const lena = await portal.as('lena')
    await lena.comments.add({ threadId: post1.id, text: 'From Beta' })
    const { rows: lanes } = await portal.keep((tx) =>
      tx.execute<{ id: string }>(sql`select audience_id as id from comments where thread_id = ${post1.id}`),
    )
    const inLane = lanes[0]?.id
    const emailOf = async (key: PersonKey) =>
      (
        await portal.keep((tx) =>
          tx
            .select()
            .from(signIns)
            .where(eq(signIns.id, portal.person(key))),
        )
      )[0]?.email ?? ''
    const answers = async () => (await paula.comments.list({ threadId: post1.id })).items
    await post(await addressOf('paula', post1.id, inLane), { text: 'To Beta' }, await emailOf('paula'))
    await post(await addressOf('lena', post1.id, inLane), { text: 'Beta again' }, await emailOf('lena'))
    await post(await addressOf('lena', post1.id), { text: 'Beta to the post' }, await emailOf('lena'))
    expect((await answers()).map(({ text, apart }) => [text, apart?.audience])).toEqual(
      ['From Beta', 'To Beta', 'Beta again', 'Beta to the post'].map((text) => [text, 'lane']),
    )
    await post(await addressOf('piotr', post1.id, inLane), { text: 'From Gamma' }, await emailOf('piotr'))
    expect((await rows()).at(-1)?.refusal).toBe('noRight')
    // What was said in a lane is not answered to all when they meet again.
    await paula.groups.isolate({ id: carriers, isolation: 'open' })
    await portal.settled()
    await post(await addressOf('lena', post1.id, inLane), { text: 'Beta, later' }, await emailOf('lena'))
    expect((await answers()).filter(({ text, apart }) => text === 'Beta, later' && apart === null)).toEqual([])
  })
})

describe('what is no answer of that person', () => {
  it('is not taken at all where it is no reply address of ours', async () => {
    const before = (await rows()).length
    const [real, foreign] = [await addressOf('kim'), 'reply+0123456789abcdefghjkmnpqrs@in.orlanta.example']
    const others = ['anna@orlanta.example', 'reply@in.orlanta.example', foreign, real.replace('in.', 'x.'), `a${real}`]
    for (const to of others) expect(await post(to, { text: 'Hello' }), to).toBe('550')
    expect((await rows()).length).toBe(before)
  })

  it('30 MB are refused while they come, and leave nothing', async () => {
    const before = (await rows()).length
    const raw = Buffer.alloc(30_000_000, `From: ${kim}\r\n\r\n${'A film '.repeat(10_000)}\r\n`)
    expect(await post(await addressOf('kim'), { raw })).toBe('552')
    expect((await rows()).length).toBe(before)
    expect(await readdir(join(portal.folder, 'files', 'kept', 'letters-in'))).toEqual([])
    expect(await readdir(join(portal.folder, 'files', 'incoming'))).toEqual([])
  })

  it('comes from somebody else, or from a machine, or says nothing that can be read', async () => {
    const letters: [string, SendMailOptions, string?][] = [
      // A stranger who has the secret; a forged writer; a forged envelope; two writers; two heads; a look-alike; another plus.
      ['sender', { from: 'eve@evil.example' }, 'eve@evil.example'],
      ['sender', { from: kim }, 'eve@evil.example'],
      ['sender', { from: 'eve@evil.example' }, kim],
      ['sender', { from: [kim, 'eve@evil.example'] }, kim],
      ['sender', { raw: `From: ${kim}\r\nFrom: eve@evil.example\r\n\r\nHello` }, kim],
      ['sender', { from: 'kim@acme.example.evil.example' }, kim],
      ['sender', { from: 'kim+x@acme.example' }, kim],
      // An answer to absence, three ways; a list; our own letter; a bounce; a report.
      ['machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
      ['machine', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
      ['machine', { headers: { Precedence: 'auto_reply' } }],
      ['machine', { headers: { 'List-Id': '<all.acme.example>' } }],
      ['machine', { headers: { 'X-Loggia': 'letter' } }],
      ['machine', {}, ''],
      ['machine', { raw: `From: ${kim}\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\n\r\nHi\r\n--x--` }],
      // Thousands of parts; a head without an end; broken MIME; only what was quoted; too long; pages within pages.
      ['unreadable', { raw: parts(3000) }],
      ['unreadable', { raw: `From: ${kim}\r\nX: ${'x '.repeat(300_000)}\r\n\r\nHello` }],
      ['empty', { raw: `From: ${kim}\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Ty` }],
      ['empty', { text: 'On 23.11.2026 10:00, Liam wrote:\n> Measure' }],
      ['tooLong', { text: 'long '.repeat(5000) }],
      ['empty', { text: '', html: `${'<div>'.repeat(60_000)}Deep` }],
    ]
    const sent = letters.map(([, mail, from]): [SendMailOptions, string?] => [{ text: 'Hello', ...mail }, from])
    expect(await refused(await addressOf('kim'), sent)).toEqual(letters.map(([why]) => why))
  })

  it('comes from somebody else who shows the address of that person in a name, in another header or among others', async () => {
    const heads = [
      `From: "${kim}" <eve@evil.example>`,
      `From: ${kim} <eve@evil.example>`,
      `From: =?utf-8?Q?kim=40acme.example?= <eve@evil.example>`,
      `From: Kim Lee (${kim}) <eve@evil.example>`,
      `From: Friends: ${kim}, eve@evil.example;`,
      `From: kim@\u0430cme.example`,
      `Sender: ${kim}\r\nFrom: eve@evil.example`,
      `Reply-To: ${kim}\r\nFrom: eve@evil.example`,
      `Subject: Of nobody`,
    ]
    const sent = heads.map((head): [SendMailOptions, string] => [{ raw: `${head}\r\n\r\nHello` }, kim])
    expect(await refused(await addressOf('kim'), sent)).toEqual(heads.map(() => 'sender'))
    const machine: [SendMailOptions, string] = [{ raw: `From: MAILER-DAEMON@acme.example\r\n\r\nHello` }, kim]
    expect(await refused(await addressOf('kim'), [machine])).toEqual(['machine'])
  })

  it('a header that breaks its line adds none', async () => {
    const raw = `From: ${kim}\r\nSubject: =?utf-8?Q?a=0D=0AAuto-Submitted:_auto-replied?=\r\nX-A: b\r\n c\r\n\r\nA fine answer`
    expect(await post(await addressOf('kim'), { raw })).toBe('taken')
    expect((await last())?.text).toBe('A fine answer')
  })

  it('of somebody who writes without end', async () => {
    const taken = { addressHash: 'x', personId: portal.person('kim'), takenAt: new Date(), settledAt: new Date() }
    await portal.keep((tx) => tx.insert(lettersIn).values(Array.from({ length: 20 }, () => taken)))
    const to = await addressOf('kim')
    expect(await refused(to, [[{ text: 'And again' }]])).toEqual(['tooMany'])
    for (let n = 0; n < 29; n++) await send(to, { text: `And ${n}` }, 'eve@evil.example')
    expect(await send(to, { text: 'And more' })).toBe('451')
    await portal.settled()
  })

  it('its writer hears of it once a day, in a letter that nobody can answer; strangers and machines hear nothing', async () => {
    const told = (await lettersTo(portal.folder, kim)).filter((one) => one.includes('Your answer was not added'))
    expect(told).toHaveLength(1)
    expect(told[0]).not.toMatch(/^Reply-To:/im)
    expect(await lettersTo(portal.folder, 'eve@evil.example')).toEqual([])
  })
})

describe('the letter can be answered no more', () => {
  it('GRP-7, GRP-10: where people from outside only read, in an archived group, and by whoever waits in the lobby', async () => {
    const liam = await portal.freshly('liam')
    const [id, hello]: [string, SendMailOptions] = [portal.group('acme'), { text: 'Hello' }]
    const at = await addressOf('kim')
    await liam.groups.isolate({ id, isolation: 'readonly' })
    await portal.settled()
    expect(await refused(at, [[hello]])).toEqual(['noRight'])
    await liam.groups.isolate({ id, isolation: 'open' })
    await portal.settled()
    await liam.groups.archive({ id })
    expect(await refused(at, [[hello]])).toEqual(['noRight'])
    await liam.groups.reopen({ id })
    // What was written to somebody by name stands in no group that they could be taken out of.
    const to = [{ kind: 'person' as const, id: portal.person('omar') }]
    const between = await liam.feed.add({ to, text: 'Between us' })
    const theirs = await addressOf('omar', between.id)
    await liam.groups.removeMember({ id, personId: portal.person('omar') })
    await portal.settled()
    expect(await refused(theirs, [[hello, 'omar@acme.example']])).toEqual(['noRight'])
    expect((await liam.comments.list({ threadId: between.id })).items).toEqual([])
  })

  it('with another address, or by somebody who lost the second factor, the thread or their place', async () => {
    const at = await addressOf('kim')
    const moved = (email: string) =>
      portal.keep((tx) =>
        tx
          .update(signIns)
          .set({ email })
          .where(eq(signIns.id, portal.person('kim'))),
      )
    await moved('kim.lee@acme.example')
    expect(await refused(at, [[{ text: 'Hello' }, 'kim.lee@acme.example'], [{ text: 'Hello' }]])).toEqual([
      'ended',
      'ended',
    ])
    await moved(kim)
    const anna = await portal.freshly('anna')
    await anna.account.changeSignInRules({ externals: true })
    expect(await refused(at, [[{ text: 'Hello' }]])).toEqual(['secondFactor'])
    await anna.account.changeSignInRules({ externals: false })
    await (await portal.as('liam')).groups.changeTool({ id: portal.group('acme'), tool: 'tasks', on: false })
    const before = (await rows()).length
    await post(at, { text: 'Hello' })
    expect((await rows()).slice(before).map(({ refusal }) => refusal)).toEqual(['noRight'])
    await (await portal.as('liam')).groups.changeTool({ id: portal.group('acme'), tool: 'tasks', on: true })
    await (await portal.as('liam')).groups.removeMember({ id: portal.group('acme'), personId: portal.person('kim') })
    await portal.settled()
    expect(await post(at, { text: 'Hello' })).toBe('550')
  })

  it('PPL-10: by somebody who was dismissed, and after 90 days', async () => {
    const [at, old] = [await addressOf('nora'), await addressOf('nora')]
    const nora = (
      await portal.keep((tx) =>
        tx
          .select()
          .from(signIns)
          .where(eq(signIns.id, portal.person('nora'))),
      )
    )[0]
    await portal.keep((tx) => tx.update(replyAddresses).set({ madeAt: sql`now() - interval '91 days'` }))
    expect(await post(old, { text: 'Hello' }, nora?.email)).toBe('550')
    await portal.keep((tx) => tx.update(replyAddresses).set({ madeAt: new Date() }))
    await (await portal.freshly('anna')).people.dismiss({ id: portal.person('nora') })
    await portal.settled()
    expect(await post(at, { text: 'Hello' }, nora?.email)).toBe('550')
  })

  it('what was refused is forgotten after 30 days, with all that is left of it', async () => {
    expect((await refusals()).filter(Boolean).length).toBeGreaterThan(10)
    await portal.keep((tx) => tx.update(lettersIn).set({ arrivedAt: sql`now() - interval '31 days'` }))
    await clearLetters.run({}, portal.platform)
    expect(await rows()).toEqual([])
  })
})

function byteIn(charset: string, letter: string): number {
  for (let byte = 32; byte < 256; byte++)
    if (new TextDecoder(charset).decode(Uint8Array.of(byte)) === letter) return byte
  throw new Error(`${charset} has no ${letter}`)
}

function parts(count: number): string {
  const one = '--x\r\nContent-Type: text/plain\r\n\r\na\r\n'
  return `From: ${kim}\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${one.repeat(count)}--x--`
}
