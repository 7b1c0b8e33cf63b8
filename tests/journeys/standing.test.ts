import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

describe('an administrator changes what somebody is (PPL-8, PPL-10)', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.close())

  /** Opens one of the acts in the menu of the profile that the page shows. */
  const ask = async (page: TestPage, act: string) => {
    await page.getByRole('main').getByRole('button', { name: 'Actions' }).click()
    await page.getByRole('menuitem', { name: act, exact: true }).click()
    const over = page.getByRole('dialog')
    await over.getByRole('textbox', { name: 'Reason' }).waitFor()
    expect(await axe(page)).toBe('')
    return over
  }

  it('an external becomes an employee: what opens is said first, and their open page has the directory', async () => {
    const { portal } = scene
    const kim = await scene.signedIn('kim', '/people')
    await kim.getByRole('heading', { level: 1, name: 'Contacts' }).waitFor()
    expect(await kim.locator('body').innerText()).not.toContain('Gita Rao')

    const anna = await scene.signedIn('anna', `/people/${portal.person('kim')}`)
    const over = await ask(anna, 'Move to employees')
    await over.getByText('4 groups that employees can find').waitFor()
    await over.getByText('They no longer belong to Acme').waitFor()
    await over.getByRole('textbox', { name: 'Reason' }).fill('Hired')
    await over.getByRole('button', { name: 'Move to employees' }).click()
    await anna.getByRole('region', { name: 'Standing' }).getByText('Moved to employees').waitFor()
    expect(await anna.getByRole('main').innerText()).toContain('Hired')

    await kim.goto(`${portal.url}/people`)
    await kim.getByRole('heading', { level: 1, name: 'Employees' }).waitFor()
    await kim.getByRole('link', { name: 'Gita Rao' }).waitFor()
  })

  it('an employee becomes external with an heir, on a phone in the dark; undone, all is back', async () => {
    const { portal } = scene
    const anna = await scene.signedIn('anna', `/people/${portal.person('celine')}`, { width: 390, dark: true })
    const over = await ask(anna, 'Make external')
    await over.getByText('Head of “Design studio”').waitFor()
    await over.getByRole('button', { name: 'Make external' }).click()
    await over.getByText('Choose who takes over.').waitFor()
    await over.getByRole('combobox', { name: 'Who takes over' }).fill('Ewa')
    await anna.getByRole('option', { name: /Ewa/ }).click()
    await over.getByRole('button', { name: 'Make external' }).click()
    const standing = anna.getByRole('region', { name: 'Standing' })
    await standing.getByText('Made external').waitFor()
    const celine = await portal.as('celine')
    expect((await celine.groups.list({})).items.map(({ name }) => name)).toEqual(['Acme headquarters, Dublin'])
    expect(await axe(anna)).toBe('')

    await standing.getByRole('button', { name: 'Undo' }).click()
    // What it opens and gives back is said first.
    const undoing = anna.getByRole('dialog')
    await undoing.getByText('They head the department “Design studio”').waitFor()
    await undoing.getByRole('button', { name: 'Undo' }).click()
    await standing.getByText('undone').waitFor()
    await undoing.waitFor({ state: 'detached' })
    await anna.getByText('Design studio').waitFor()
    expect((await (await portal.as('celine')).groups.list({ mine: true })).items).toHaveLength(3)
  })

  it('somebody is dismissed and hired again, and two companies become one', async () => {
    const { portal } = scene
    const anna = await scene.signedIn('anna', `/people/${portal.person('rustam')}`)
    const over = await ask(anna, 'Dismiss')
    await over.getByRole('combobox', { name: 'Who takes over' }).fill('Madina')
    await anna.getByRole('option', { name: /Madina/ }).click()
    await over.getByRole('button', { name: 'Dismiss' }).click()
    await anna.getByText(/Dismissed on/).waitFor()
    await anna.getByRole('main').getByRole('button', { name: 'Actions' }).click()
    await anna.getByRole('menuitem', { name: 'Hire again' }).click()
    await anna.getByRole('region', { name: 'Standing' }).getByText('Hired again').waitFor()

    await anna.goto(`${portal.url}/settings/companies`)
    await anna.getByRole('button', { name: 'Actions: Gamma Freight' }).click()
    await anna.getByRole('menuitem', { name: 'Merge with another' }).click()
    const question = anna.getByRole('dialog')
    await question.getByRole('button', { name: 'Merge with another' }).click()
    await question.getByText('Choose the company that stays.').waitFor()
    expect(await axe(anna)).toBe('')
    await question.getByRole('combobox', { name: 'Company that stays' }).fill('Aqtas')
    await anna.getByRole('option', { name: 'Aqtas Glass' }).click()
    await question.getByRole('button', { name: 'Merge with another' }).click()
    await anna
      .getByRole('status')
      .getByText(/Gamma Freight is one with/)
      .waitFor()
    await anna.getByRole('link', { name: 'Gamma Freight' }).waitFor({ state: 'detached' })
  })
})
