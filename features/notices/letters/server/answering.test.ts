import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { openedTo, sendLate } from '#tests/rules/letters.ts'
import { notices } from '../../server/tables.ts'

const addresses = { kim: 'kim@acme.example', paula: 'paula@orlanta.example' }

describe('NTF-1: whether a letter is answered, and by whom that is read', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal({ MAIL_IN: 'smtp://127.0.0.1:0?domain=in.orlanta.example' })
    await portal.keep((tx) => tx.delete(notices))
  })
  afterAll(() => portal.close())

  const last = async (who: keyof typeof addresses) => {
    await portal.settled()
    return (await openedTo(portal.folder, addresses[who])).at(-1)
  }
  /** What it says, and whether it names where an answer goes. */
  const offers = async (who: keyof typeof addresses) => {
    const letter = await last(who)
    const named = letter?.header('reply-to').includes('reply+')
    return { text: letter?.text ?? '', answered: named && letter?.text.includes('Answer this letter') }
  }

  it('GRP-7: one that brings words of two companies who are kept apart is answered to neither', async () => {
    const paula = await portal.as('paula')
    await paula.notices.changeSettings({ kinds: { comments: { letter: 'once' } } })
    const { id } = await paula.feed.add({ groupId: portal.group('carriers'), text: 'Prices' })
    const say = async (who: 'lena' | 'piotr', text: string) =>
      (await portal.as(who)).comments.add({ threadId: id, text })
    await say('lena', 'Ours of Beta')
    expect(await offers('paula')).toMatchObject({ answered: true })
    await say('piotr', 'Ours of Gamma')
    await portal.settled()
    await sendLate(portal, portal.person('paula'), id)
    const both = await offers('paula')
    for (const words of ['Ours of Beta', 'Ours of Gamma']) expect(both.text).toContain(words)
    expect(both.answered).toBe(false)
  })

  it('GRP-7, GRP-10: whoever only reads there is offered no answer', async () => {
    const liam = await portal.freshly('liam')
    const id = portal.group('acme')
    await liam.groups.isolate({ id, isolation: 'readonly' })
    await portal.settled()
    await liam.feed.add({ groupId: id, text: 'Only to read' })
    const read = await offers('kim')
    expect([read.text.includes('Only to read'), read.answered]).toEqual([true, false])
    await liam.groups.isolate({ id, isolation: 'open' })
    await portal.settled()
    const post = await liam.feed.add({ groupId: id, text: 'And to answer' })
    expect(await offers('kim')).toMatchObject({ answered: true })
    await liam.groups.archive({ id })
    await sendLate(portal, portal.person('kim'), post.id)
    const late = await offers('kim')
    expect([late.text.includes('And to answer'), late.answered]).toEqual([true, false])
    await liam.groups.reopen({ id })
  })
})
