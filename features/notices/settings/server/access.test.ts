import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { listenAs } from '#tests/rules/ear.ts'
import { signIn } from '#tests/rules/procedures.ts'
import { noticeSettings } from '../../server/tables.ts'

describe('NTF-1: how one is told is one’s own to say', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  const kindsOf = async (who: PersonKey) => (await (await portal.as(who)).notices.settings()).kinds

  it('people from outside get letters at once, those who work here what is meant for them; the rest waits or is left out', async () => {
    expect(await kindsOf('kim')).toEqual({
      tasks: { portal: true, push: true, letter: 'once' },
      mentions: { portal: true, push: true, letter: 'once' },
      announcements: { portal: true, push: true, letter: 'once' },
      comments: { portal: true, push: true, letter: 'once' },
      posts: { portal: true, push: true, letter: 'once' },
      polls: { portal: true, push: true, letter: 'once' },
      company: { portal: true, push: true, letter: 'off' },
      people: { portal: true, push: true, letter: null },
    })
    expect(await kindsOf('liam')).toEqual({
      tasks: { portal: true, push: true, letter: 'once' },
      mentions: { portal: true, push: true, letter: 'once' },
      announcements: { portal: true, push: true, letter: 'once' },
      appreciations: { portal: true, push: true, letter: 'once' },
      calendar: { portal: true, push: true, letter: 'once' },
      comments: { portal: true, push: true, letter: 'hourly' },
      posts: { portal: true, push: true, letter: 'off' },
      polls: { portal: true, push: true, letter: 'hourly' },
      company: { portal: true, push: true, letter: 'off' },
      people: { portal: true, push: true, letter: null },
    })
  })

  it('what is changed stays changed, what is not named stays as it is, and other browsers hear of it', async () => {
    const ear = await listenAs(portal, (await signIn(portal, 'liam')).cookie)
    const liam = await portal.as('liam')
    const first = await liam.notices.changeSettings({ kinds: { comments: { letter: 'daily' } } })
    expect(first.kinds.comments).toEqual({ portal: true, push: true, letter: 'daily' })
    await ear.hears(({ kind }) => kind === 'notices.changed')
    ear.close()
    const second = await liam.notices.changeSettings({
      kinds: { comments: { portal: false }, people: { portal: false } },
    })
    expect(second.kinds).toMatchObject({
      comments: { portal: false, push: true, letter: 'daily' },
      people: { portal: false, push: true, letter: null },
      posts: { portal: true, push: true, letter: 'off' },
    })
    const third = await liam.notices.changeSettings({ kinds: { comments: { portal: true }, people: { push: false } } })
    expect(third.kinds.comments).toEqual({ portal: true, push: true, letter: 'daily' })
    expect(third.kinds.people).toEqual({ portal: false, push: false, letter: null })
  })

  it('what does not exist is refused: another pace, a kind nobody knows, a letter where none goes', async () => {
    const liam = await portal.as('liam')
    const before = await kindsOf('liam')
    for (const kinds of [
      { comments: { letter: 'weekly' } },
      { comments: { pigeon: true } },
      { weather: { portal: false } },
      { people: { letter: 'once' } },
    ])
      await expect(liam.notices.changeSettings({ kinds } as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(
      liam.notices.changeSettings({ kinds: {}, personId: portal.person('kim') } as never),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await kindsOf('liam')).toEqual(before)
    const kim = await portal.as('kim')
    for (const kind of ['appreciations', 'calendar'])
      await expect(kim.notices.changeSettings({ kinds: { [kind]: { portal: false } } })).rejects.toMatchObject({
        code: 'INVALID',
      })
  })

  it('nobody reads or writes those of somebody else, by the rules of the table', async () => {
    for (const who of ['kim', 'ruth', 'anna'] as const) {
      const rows = await portal.under(who, (tx) => tx.select().from(noticeSettings))
      expect(rows.filter(({ personId }) => personId !== portal.person(who))).toEqual([])
    }
    const refused = portal.under('kim', (tx) =>
      tx.insert(noticeSettings).values({ personId: portal.person('omar'), kind: 'tasks', letter: 'off' }),
    )
    await expect(refused).rejects.toMatchObject({ cause: { code: '42501' } })
    await portal.under('kim', (tx) => tx.update(noticeSettings).set({ letter: 'off' }))
    expect((await kindsOf('liam')).comments?.letter).toBe('daily')
  })
})
