import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { marksOnlyOf, marksSeenBy } from '#tests/rules/markers.ts'
import { openScene, type Scene } from './scene.ts'
import { asHeard, marksIn, recordTraffic, type Traffic } from './traffic.ts'

/** Orlanta, Beta Logistics and Gamma Freight: one group that keeps companies apart, and a feed in three browsers. */
describe('a conversation in three browsers: an employee, an external, and one of a competitor', () => {
  let scene: Scene
  let paula: TestPage
  let lena: TestPage
  let piotr: TestPage
  let traffic: Traffic
  /** What each of them read at any time. */
  const read = { lena: new Set<string>(), piotr: new Set<string>() }
  const noteWhatEachReads = async () => {
    for (const who of ['lena', 'piotr'] as const)
      for (const mark of await marksSeenBy(scene.portal, who)) read[who].add(mark)
  }
  beforeAll(async () => {
    scene = await openScene()
    const group = `/groups/${scene.portal.group('carriers')}`
    paula = await scene.signedIn('paula', group)
    lena = await scene.signedIn('lena', group, { width: 390, dark: true })
    piotr = await scene.signedIn('piotr', '/healthz')
    traffic = recordTraffic(piotr)
    await piotr.goto(scene.portal.url + group)
    for (const page of [paula, lena, piotr]) await page.getByRole('article').first().waitFor()
  })
  afterAll(() => scene.close())

  const text = (page: TestPage) => page.locator('body').innerText()
  const plan = (page: TestPage) => page.getByRole('article').filter({ hasText: 'Ramp plan' })
  const talk = (page: TestPage, said: string) => plan(page).getByRole('listitem').filter({ hasText: said }).last()

  it('a post with a heading and a list reaches both from outside without a reload', async () => {
    await paula.getByRole('textbox', { name: 'Write to the group' }).click()
    await paula.getByRole('toolbar').waitFor()
    await paula.keyboard.type('## Ramp plan\nWhat is loaded when:\n\n- Monday, the frames\n')
    await paula.keyboard.type('Tuesday, the glass')
    await paula.getByText('Everyone (2 companies)').click()
    expect(await axe(paula)).toBe('')
    await paula.getByRole('button', { name: /^Send to .*Beta/ }).click()
    await plan(paula).getByRole('heading', { name: 'Ramp plan' }).waitFor()
    for (const [page, fresh] of [
      [lena, /1 new/],
      [piotr, /1 now/],
    ] as const) {
      await page.getByRole('button', { name: fresh }).or(plan(page)).first().waitFor()
      const button = page.getByRole('button', { name: fresh })
      if (await button.isVisible()) await button.click()
      await plan(page).getByRole('listitem').filter({ hasText: 'the glass' }).waitFor()
    }
  })

  it('what one company says and gives below it is read by the team and by nobody of the other', async () => {
    await plan(lena).getByRole('button', { name: 'Comment' }).click()
    await plan(lena).getByRole('textbox', { name: 'Write a comment' }).fill('Our glass lorry needs the low ramp')
    await lena.getByRole('button', { name: /^Send/ }).click()
    await talk(lena, 'low ramp').waitFor()
    await plan(lena).getByRole('button', { name: 'React' }).first().click()
    await lena
      .getByRole('menuitem', { name: 'Hooray' })
      .or(lena.getByRole('button', { name: 'Hooray' }))
      .first()
      .click()
    await plan(paula).getByText('1 comment').click()
    await talk(paula, 'low ramp').getByText('Beta Logistics + team').first().waitFor()
    await plan(paula)
      .getByRole('button', { name: /Hooray: 1/ })
      .waitFor()
    await plan(piotr).getByRole('button', { name: 'Skomentuj' }).waitFor()
    expect(await text(piotr)).not.toMatch(/low ramp|Lena|Beta/)
    await noteWhatEachReads()
  })

  it('an answer goes to the same company alone, and the bell of whom it answers says so', async () => {
    await talk(paula, 'low ramp')
      .getByRole('button', { name: /^Reply to Beta/ })
      .first()
      .click()
    await plan(paula).getByRole('textbox', { name: 'Write a reply' }).fill('Ramp two is yours from ten')
    await plan(paula).getByRole('button', { name: 'Send to Beta Logistics + team' }).click()
    await talk(paula, 'Ramp two is yours').waitFor()
    await lena
      .getByRole('button', { name: /Notices|new/ })
      .first()
      .waitFor()
    await plan(lena).getByText('Ramp two is yours from ten').waitFor()
    await lena.goto(`${scene.portal.url}/notices`)
    await lena.getByText('Ramp two is yours from ten').first().waitFor()
    expect(await axe(lena)).toBe('')
    await noteWhatEachReads()
  })

  it('the post is changed for all who read it, and says that it was', async () => {
    await plan(paula).getByRole('button', { name: 'Actions' }).first().click()
    await paula.getByRole('menuitem', { name: 'Edit' }).click()
    const field = plan(paula).getByRole('textbox', { name: 'Change the post' })
    await field.click()
    await paula.keyboard.press('Control+End')
    await paula.keyboard.type(' before noon')
    await paula.getByRole('button', { name: 'Save' }).click()
    await plan(piotr).getByText('the glass before noon').waitFor()
    expect(await text(piotr)).not.toMatch(/low ramp|Ramp two|Lena|Beta/)
  })

  it('a deleted post is gone from every page, and comes back when that is undone', async () => {
    await plan(paula).getByRole('button', { name: 'Actions' }).first().click()
    await paula.getByRole('menuitem', { name: 'Delete' }).click()
    await plan(piotr).waitFor({ state: 'detached' })
    await paula.getByRole('button').filter({ hasText: 'Undo' }).click()
    for (const page of [paula, piotr]) await plan(page).waitFor()
    expect(await text(piotr)).not.toMatch(/low ramp|Ramp two|Lena|Beta/)
  })

  it('somebody of a third company, in no group with it, gets the answer for what never was', async () => {
    const { items } = await (
      await scene.portal.as('paula')
    ).feed.list({ group: scene.portal.group('carriers'), limit: 1 })
    const kim = await scene.signedIn('kim', `/posts/${items[0]?.id}`)
    await kim
      .getByText('Nothing here')
      .or(kim.getByRole('heading', { name: /not|Nothing/i }))
      .first()
      .waitFor()
    const answer = () => kim.getByRole('main').innerText()
    const there = await answer()
    await kim.goto(`${scene.portal.url}/posts/${scene.portal.person('kim')}`)
    await kim
      .getByText('Nothing here')
      .or(kim.getByRole('heading', { name: /not|Nothing/i }))
      .first()
      .waitFor()
    expect(await answer()).toBe(there)
    kim.problems.length = 0
  })

  it('and nothing of the one company was ever in the traffic or a letter of the other', async () => {
    await scene.portal.settled()
    await noteWhatEachReads()
    await traffic.read()
    const marks = marksOnlyOf(read.lena, read.piotr)
    expect(marks).toContain('Our glass lorry needs the low ramp')
    expect(traffic.heard.some(({ where }) => where.startsWith('from ws'))).toBe(true)
    const letters = await lettersTo(scene.portal.folder, 'piotr@gamma-freight.example')
    expect(marksIn([...traffic.heard, ...letters.map(asHeard)], marks)).toEqual([])
  })
})
