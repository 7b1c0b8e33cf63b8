import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

/** Kim of Acme asks on her phone; Liam, who works here, answers at his desk, by keyboard alone. */
describe('a poll in two browsers', () => {
  let scene: Scene
  let kim: TestPage
  let liam: TestPage
  beforeAll(async () => {
    scene = await openScene()
    const group = `/groups/${scene.portal.group('acme')}`
    kim = await scene.signedIn('kim', group, { width: 390, dark: true })
    liam = await scene.signedIn('liam', group)
    for (const page of [kim, liam]) await page.getByRole('article').first().waitFor()
  })
  afterAll(() => scene.close())

  const poll = (page: TestPage) => page.getByRole('group', { name: 'Which samples shall we bring?' })
  const card = (page: TestPage) => page.getByRole('article').filter({ hasText: 'Which samples shall we bring?' })

  it('is written from the row below the text, Enter leading from line to line, and says what is missing', async () => {
    await kim.getByRole('textbox', { name: 'Write to the group' }).click()
    await kim.getByRole('group', { name: 'Add to this post' }).getByRole('button', { name: 'Add' }).click()
    await kim.getByRole('menuitem', { name: 'Poll' }).click()
    await kim.getByRole('textbox', { name: 'Question' }).waitFor()
    await kim.getByRole('button', { name: /^Send/ }).click()
    await kim.getByText('Write the question of the poll.').waitFor()
    await kim.getByRole('textbox', { name: 'Question' }).click()
    await kim.keyboard.type('Which samples shall we bring?')
    for (const option of ['Felt', 'Oak', 'Brass']) {
      await kim.keyboard.press('Enter')
      await kim.keyboard.type(option)
    }
    expect(await kim.getByRole('textbox', { name: 'Option 3' }).inputValue()).toBe('Brass')
    expect(await axe(kim)).toBe('')
    await kim.getByRole('button', { name: /^Send/ }).click()
    await poll(kim).waitFor()
    // The post may be heard before the answer to it.
    await kim.getByRole('textbox', { name: 'Question' }).waitFor({ state: 'detached' })
  })

  it('is answered by keyboard, and whoever asked sees it move', async () => {
    await liam.getByRole('button', { name: /1 new/ }).or(poll(liam)).first().waitFor()
    const fresh = liam.getByRole('button', { name: /1 new/ })
    if (await fresh.isVisible()) await fresh.click()
    await poll(liam).getByRole('radio', { name: 'Felt' }).focus()
    await liam.keyboard.press('ArrowDown')
    await card(liam).getByRole('button', { name: 'Vote', exact: true }).focus()
    await liam.keyboard.press('Enter')
    for (const page of [liam, kim]) await card(page).getByText('1 person voted').waitFor()
    expect(await axe(liam)).toBe('')
    await card(kim).getByRole('button', { name: '1 vote. Who chose “Oak”' }).click()
    await kim.getByRole('group', { name: 'Who chose “Oak”' }).getByText('Liam Doherty').waitFor()
    expect(await axe(kim)).toBe('')
    await kim.keyboard.press('Escape')
    await card(liam).getByRole('button', { name: 'Take my vote back' }).click()
    for (const page of [liam, kim]) await card(page).getByText('Nobody has voted yet').waitFor()
  })

  it('ends when whoever asked says so, for all who read it', async () => {
    await card(kim).getByRole('button', { name: 'End the poll now' }).click()
    for (const page of [kim, liam])
      await card(page)
        .getByText(/^Ended/)
        .waitFor()
    expect(await poll(liam).getByRole('radio').count()).toBe(0)
    expect(await axe(liam)).toBe('')
  })
})
