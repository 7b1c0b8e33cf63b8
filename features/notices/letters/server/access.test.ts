import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { openedTo, sendLate, type SentLetter } from '#tests/rules/letters.ts'
import { muteLinks, notices } from '../../server/tables.ts'
import { gatherLetters, noticesLetter } from './jobs.ts'

const addresses = {
  kim: 'kim@acme.example',
  omar: 'omar@acme.example',
  liam: 'liam@orlanta.example',
  ruth: 'ruth@orlanta.example',
} as const
type Reader = keyof typeof addresses

describe('NTF-1: letters about notices', () => {
  let portal: TestPortal
  let acme: string
  beforeAll(async () => {
    portal = await openTestPortal({ MAIL_IN: 'smtp://127.0.0.1:0?domain=in.orlanta.example' })
    acme = portal.group('acme')
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  const seen = new Map<string, number>()
  /** The letters that came since one looked last. */
  const news = async (who: Reader): Promise<SentLetter[]> => {
    await portal.settled()
    const all = await openedTo(portal.folder, addresses[who])
    const before = seen.get(who) ?? 0
    seen.set(who, all.length)
    return all.slice(before)
  }
  const post = async (who: PersonKey, text: string, audience?: 'team') =>
    (await (await portal.as(who)).feed.add({ groupId: acme, text, ...(audience ? { audience } : {}) })).id
  const comment = async (who: PersonKey, threadId: string, text: string, audience?: 'team') =>
    (await (await portal.as(who)).comments.add({ threadId, text, ...(audience ? { audience } : {}) })).id
  const rowsOf = (who: PersonKey, aboutId: string) =>
    portal.keep((tx) =>
      tx
        .select()
        .from(notices)
        .where(and(eq(notices.personId, portal.person(who)), eq(notices.aboutId, aboutId))),
    )
  const late = (who: PersonKey, aboutId: string) => sendLate(portal, portal.person(who), aboutId)

  it('people from outside get a letter at once: who, where, the words, why, one button, and the ways to hear no more', async () => {
    const id = await post('liam', 'Chairs are chosen\nSixty of them')
    const [letter, ...more] = await news('kim')
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Chairs are chosen · Acme headquarters, Dublin')
    for (const said of [
      'Liam Doherty has posted',
      '> Sixty of them',
      `/posts/${id}`,
      'because you are told of new posts in this group',
      'Mute the group “Acme headquarters, Dublin”:',
      '/settings/notices',
    ])
      expect(letter?.text).toContain(said)
    expect(letter?.html).toContain('Sixty of them')
    // To people from outside nothing is said of who else reads.
    expect(letter?.text).not.toMatch(/team|People from outside/)
    await comment('kim', id, 'In which colour?')
    await comment('ruth', id, 'Green')
    expect((await news('kim')).map(({ text }) => text.includes('Ruth') && text.includes('> Green'))).toEqual([true])
    expect(await news('omar')).toHaveLength(1)
  })

  it('letters of one thread hold together for each reader, and no header says what they are about but by stand-ins', async () => {
    const id = await post('liam', 'Lamps')
    // What is told before a letter goes would stand in the same one.
    const [first] = await news('kim')
    await comment('kim', id, 'Round ones?')
    const said = await comment('liam', id, 'Round ones')
    const [second] = await news('kim')
    expect(first?.header('references')).toMatch(/^<\w{32}@localhost>$/)
    expect(second?.header('references')).toBe(first?.header('references'))
    expect(second?.header('in-reply-to')).toBe(first?.header('references'))
    expect(second?.header('list-id')).toBe(first?.header('list-id'))
    expect(second?.header('message-id')).not.toBe(first?.header('message-id'))
    expect(second?.subject).toBe(first?.subject)
    const [others] = (await news('omar')).slice(-1)
    expect(others?.header('references')).not.toBe(first?.header('references'))
    for (const [name, value] of [
      ['auto-submitted', 'auto-generated'],
      ['precedence', 'list'],
      ['list-unsubscribe-post', 'List-Unsubscribe=One-Click'],
      ['x-auto-response-suppress', 'All'],
    ] as const)
      expect(second?.header(name)).toBe(value)
    const head = second?.raw.slice(0, second.raw.indexOf('\r\n\r\n')) ?? ''
    const ids = [id, said, acme, portal.person('kim'), portal.person('liam')]
    for (const one of ids) expect(head).not.toContain(one)
  })

  it('employees get comments gathered by thing, once an hour, with the colours of who reads', async () => {
    await portal.keep((tx) => tx.delete(notices))
    await news('liam')
    const [chairs, lamps] = [await post('liam', 'More chairs'), await post('liam', 'More lamps')]
    await comment('kim', chairs, 'Forty')
    await comment('ruth', chairs, 'They are dear', 'team')
    await comment('kim', lamps, 'Ten')
    expect(await news('liam')).toEqual([])
    await portal.keep((tx) => tx.update(notices).set({ letterAt: new Date() }).where(eq(notices.letter, 'hourly')))
    await gatherLetters.run({}, portal.platform)
    const [letter, ...more] = await news('liam')
    expect(more).toEqual([])
    expect(letter?.subject).toBe('What is new: 2 things')
    const text = letter?.text ?? ''
    expect(text.indexOf('Kim Lee (Acme) has commented')).toBeGreaterThan(0)
    expect(text).toMatch(/Ruth [\w ]+ has commented · .* · Only the team reads this\n> They are dear/)
    expect(text).toContain('People from outside read this too')
    expect(text.indexOf('Ten')).toBeGreaterThan(text.indexOf('They are dear'))
    expect(letter?.html).toMatch(/class="amber"[^>]*>Kim Lee · Acme<\/b>/)
    // What brings several threads is answered in the portal.
    expect(letter?.header('reply-to')).toBe('')
    expect(letter?.header('references')).toBe('')
    await gatherLetters.run({}, portal.platform)
    expect(await news('liam')).toEqual([])
  })

  it('GRP-8: no letter to somebody from outside has a word of the team, in no part of it', async () => {
    const id = await post('liam', 'Stairs')
    const task = await (
      await portal.as('liam')
    ).tasks.create({ groupId: acme, title: 'Measure', responsibleId: portal.person('kim') })
    await comment('kim', id, 'Oak?')
    await comment('kim', task.id, 'On Monday')
    await comment('ruth', id, 'zqsecret in words', 'team')
    await comment('ruth', task.id, 'zqsecret too', 'team')
    await post('liam', 'zqsecret post', 'team')
    await comment('liam', id, 'Oak')
    for (const who of ['kim', 'omar'] as const)
      for (const letter of await news(who)) {
        expect(letter.raw.replace(/=\r?\n/g, '')).not.toContain('zqsecret')
        expect(letter.text).not.toMatch(/team|Ruth/)
      }
    expect((await rowsOf('kim', id)).length).toBe(2)
  })

  it('GRP-8: an answer goes to the fewest of whom a letter brings words, and a letter says to whom', async () => {
    await (await portal.as('liam')).notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
    const id = await post('liam', 'Windows')
    await news('liam')
    const newest = async () => {
      const { rows } = await portal.keep((tx) =>
        tx.execute<{ audience: string }>(
          sql`delete from reply_addresses where thread_id = ${id} and person_id = ${portal.person('liam')} returning audience_id as audience`,
        ),
      )
      return rows.at(-1)?.audience
    }
    const whole = await comment('kim', id, 'Big ones')
    const [open] = await news('liam')
    expect(open?.text).toContain('Answer this letter to comment. Whoever reads “Windows” will read what you write.')
    const everyone = (await rowsOf('liam', id)).find(({ saidId }) => saidId === whole)
    expect(await newest()).toBe(everyone?.audienceId)
    const said = await comment('ruth', id, 'They will not pay for these', 'team')
    const [closed] = await news('liam')
    expect(closed?.text).toContain('Only the team reads this')
    expect(closed?.text).toContain('Only the team will read what you write.')
    const team = (await rowsOf('liam', id)).find(({ saidId }) => saidId === said)
    expect(team?.audienceId).not.toBe(everyone?.audienceId)
    expect(await newest()).toBe(team?.audienceId)
    // Both in one letter, whichever came last.
    await comment('kim', id, 'And doors')
    await news('liam')
    await newest()
    await late('liam', id)
    const [both] = await news('liam')
    expect(both?.text).toContain('And doors')
    expect(both?.text).toContain('They will not pay')
    expect(both?.text).toContain('Only the team will read what you write.')
    expect(await newest()).toBe(team?.audienceId)
  })

  it('nothing leaves about what was read, muted, deleted or switched off by then, and it is settled', async () => {
    const ways: Record<string, (id: string) => Promise<unknown>> = {
      read: async () => (await portal.as('kim')).notices.read({}),
      'the thread muted': async (id) => (await portal.as('kim')).notices.followThread({ id, state: 'muted' }),
      'the group muted': async () => (await portal.as('kim')).notices.followGroup({ id: acme, state: 'muted' }),
      'switched off': async () =>
        (await portal.as('kim')).notices.changeSettings({ kinds: { posts: { letter: 'off' } } }),
      deleted: async (id) => (await portal.as('liam')).feed.remove({ id }),
    }
    await news('kim')
    for (const [what, way] of Object.entries(ways)) {
      const id = await post('liam', `Of ${what}`)
      expect(await news('kim'), what).toHaveLength(1)
      await way(id)
      await late('kim', id)
      expect(await news('kim'), what).toEqual([])
      expect((await rowsOf('kim', id)).filter(({ letterDoneAt }) => letterDoneAt === null)).toEqual([])
      const kim = await portal.as('kim')
      await kim.notices.followGroup({ id: acme, state: 'usual' })
      await kim.notices.changeSettings({ kinds: { posts: { letter: 'once' } } })
    }
  })

  it('who asks for fewer letters meanwhile finds it among the others', async () => {
    const id = await post('liam', 'Later')
    expect(await news('kim')).toHaveLength(1)
    await (await portal.as('kim')).notices.changeSettings({ kinds: { posts: { letter: 'daily' } } })
    await late('kim', id)
    expect(await news('kim')).toEqual([])
    expect(await rowsOf('kim', id)).toMatchObject([{ letter: 'daily', letterDoneAt: null }])
    await (await portal.as('kim')).notices.changeSettings({ kinds: { posts: { letter: 'once' } } })
    await portal.keep((tx) => tx.delete(notices))
  })

  it('what is told in no list may still be written of, and where both are off there is nothing', async () => {
    const kim = await portal.as('kim')
    await kim.notices.changeSettings({ kinds: { posts: { portal: false } } })
    const id = await post('liam', 'By letter alone')
    expect(await news('kim')).toHaveLength(1)
    expect((await kim.notices.list({})).items.filter(({ about }) => about.id === id)).toEqual([])
    await kim.notices.changeSettings({ kinds: { posts: { letter: 'off' } } })
    const none = await post('liam', 'Not at all')
    await portal.settled()
    expect(await rowsOf('kim', none)).toEqual([])
    await kim.notices.changeSettings({ kinds: { posts: { portal: true, letter: 'once' } } })
  })

  it('a letter whose process was killed goes once, under the same name, and one that went goes no more', async () => {
    const id = await post('liam', 'Killed')
    const [first] = await news('kim')
    const [row] = await rowsOf('kim', id)
    const again = { personId: portal.person('kim'), aboutId: id, until: new Date().toISOString() }
    await Promise.all([1, 2, 3].map(() => noticesLetter.run(again, portal.platform)))
    expect(await news('kim')).toEqual([])
    // Sent, and killed before that was written down.
    await portal.keep((tx) =>
      tx
        .update(notices)
        .set({ letterDoneAt: null })
        .where(eq(notices.id, row?.id ?? '')),
    )
    await Promise.all([1, 2, 3].map(() => noticesLetter.run(again, portal.platform)))
    const [second, ...more] = await news('kim')
    expect(more).toEqual([])
    expect(second?.header('message-id')).toBe(first?.header('message-id'))
  })

  it('PPL-10: who was removed, or dismissed, gets nothing that was queued before', async () => {
    const id = await post('liam', 'Before you left')
    expect(await news('omar')).not.toEqual([])
    const omar = portal.person('omar')
    const dismissed = (dismissedAt: Date | null) =>
      portal.keep((tx) => tx.update(people).set({ dismissedAt }).where(eq(people.id, omar)))
    await dismissed(new Date())
    await late('omar', id)
    await dismissed(null)
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: omar })
    await portal.settled()
    await late('omar', id)
    expect(await news('omar')).toEqual([])
    const open = await portal.keep((tx) =>
      tx
        .select()
        .from(notices)
        .where(and(eq(notices.personId, omar), isNull(notices.letterDoneAt))),
    )
    expect(open.filter(({ letter }) => letter !== null)).toEqual([])
    expect((await portal.keep((tx) => tx.select().from(muteLinks))).every(({ hash }) => hash.length > 30)).toBe(true)
  })

  it('INV-6: whoever is in no group any more gets no letter of what was written to them by name either', async () => {
    await news('kim')
    const to = [{ kind: 'person' as const, id: portal.person('kim') }]
    const { id } = await (await portal.as('liam')).feed.add({ to, text: 'Between us' })
    expect((await news('kim')).map(({ text }) => text.includes('Between us'))).toEqual([true])
    await (await portal.as('liam')).groups.removeMember({ id: acme, personId: portal.person('kim') })
    await portal.settled()
    await late('kim', id)
    expect(await news('kim')).toEqual([])
  })
})
