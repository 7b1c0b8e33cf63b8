import type { AddressInfo } from 'node:net'
import { and, eq } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIns } from '#access/sign-in-tables.ts'
import { reaches } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { sendLate } from '#tests/rules/letters.ts'
import { notices } from '../../server/tables.ts'
import { returnedLetters } from './tables.ts'

/** What the mail server says to whom is named in a letter; undefined is yes. */
let answer: (address: string) => string | undefined
const taken: string[] = []
let tries = 0
let server: SMTPServer

describe('NTF-1: an address that takes no letters', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, _session, done) {
        const said = address.startsWith('kim') ? answer(address) : undefined
        if (address.startsWith('kim')) tries += 1
        const [, code = '', text = ''] = /^(\d+) (.*)$/.exec(said ?? '') ?? []
        done(said === undefined ? undefined : Object.assign(new Error(text), { responseCode: Number(code) }))
      },
      onData(stream, { envelope }, done) {
        stream.resume()
        stream.on('end', () => {
          taken.push(...envelope.rcptTo.map(({ address }) => address))
          done()
        })
      },
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const { port } = server.server.address() as AddressInfo
    portal = await openTestPortal({ SMTP_URL: `smtp://127.0.0.1:${port}` })
    acme = portal.group('acme')
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(async () => {
    await portal.close()
    await new Promise<void>((closed) => server.close(closed))
  })

  const post = async (text: string) => {
    const { id } = await (await portal.as('liam')).feed.add({ groupId: acme, text })
    await portal.settled()
    return id
  }
  const rowOf = async (aboutId: string, who: PersonKey = 'kim') => {
    const theirs = and(eq(notices.personId, portal.person(who)), eq(notices.aboutId, aboutId))
    const [row] = await portal.keep((tx) => tx.select().from(notices).where(theirs))
    return row
  }
  const said = async (who: PersonKey = 'kim') => (await (await portal.as(who)).notices.settings()).returnedAt
  const seenBy = async (who: PersonKey, of: PersonKey = 'kim') =>
    (
      await (await portal.as(who)).oversight.externals.list({ search: of === 'kim' ? 'Kim Lee' : 'Omar', limit: 5 })
    ).items.map(({ returnedAt }) => returnedAt !== null)

  it('is given up at once and not tried again; its person, administrators and whoever answers for them learn of it', async () => {
    answer = () => '550 5.1.1 no such mailbox'
    const id = await post('Chairs')
    expect(tries).toBe(1)
    expect(await rowOf(id)).toMatchObject({ letterTries: 0, letterDoneAt: expect.any(Date) as Date, readAt: null })
    // It stands in the portal all the same, and everybody else has their letter.
    expect((await (await portal.as('kim')).notices.list({})).items[0]?.about.id).toBe(id)
    expect(taken).toContain('omar@acme.example')
    expect(await said()).toBeInstanceOf(Date)
    expect(await said('omar')).toBeNull()
    expect([await seenBy('anna'), await seenBy('anna', 'omar')]).toEqual([[true], [false]])
    // To others it is no more there than nothing, by the rules of the table too.
    for (const who of ['omar', 'ruth', 'lena', 'gita'] as const)
      expect(await portal.under(who, (tx) => tx.select().from(returnedLetters))).toEqual([])
  })

  it('one that is taken again ends it, and so does another address', async () => {
    answer = () => undefined
    await post('Tables')
    expect(await said()).toBeNull()
    answer = () => '550 no such mailbox'
    await post('Lamps')
    expect(await said()).toBeInstanceOf(Date)
    const email = 'kim.lee@acme.example'
    const kim = portal.person('kim')
    await portal.keep(async (tx) => {
      await tx.update(signIns).set({ email }).where(eq(signIns.id, kim))
      await tx.update(reaches).set({ email }).where(eq(reaches.personId, kim))
    })
    expect([await said(), await seenBy('anna')]).toEqual([null, [false]])
  })

  it.each(['451 4.7.1 later, please', '550 5.7.1 relaying denied', '552 5.2.2 mailbox full'])(
    'what may be mended (%s) is tried again, and said of nobody',
    async (words) => {
      answer = () => words
      const id = await post(`Of ${words}`)
      expect(await rowOf(id)).toMatchObject({ letterTries: 1, letterDoneAt: null })
      expect(await said()).toBeNull()
      answer = () => undefined
      taken.length = 0
      await sendLate(portal, portal.person('kim'), id)
      expect(taken).toEqual(['kim.lee@acme.example'])
    },
  )
})
