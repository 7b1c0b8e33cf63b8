import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

describe('a field that takes several', () => {
  let scene: Scene
  let liam: TestPage
  beforeAll(async () => {
    scene = await openScene()
    liam = await scene.signedIn('liam', '/feed')
    await liam.getByRole('article').first().waitFor()
    await composer().getByRole('textbox', { name: 'Write to your groups, or to people' }).click()
    await liam.getByRole('toolbar').waitFor()
  })
  afterAll(() => scene.close())

  const composer = () => liam.locator('form').filter({ has: liam.getByLabel('Write to your groups, or to people') })
  const list = () => liam.getByRole('listbox')
  const closed = () => list().waitFor({ state: 'hidden' })
  /** Types there, and takes what is offered first. */
  async function chooses(label: string, typed: string, offered: RegExp) {
    await composer().getByRole('combobox', { name: label }).click()
    await liam.keyboard.type(typed)
    await liam.getByRole('option', { name: offered }).click()
  }

  it('closes its list at each choice, so that it never lies over what comes next', async () => {
    await chooses('To', 'Gita', /Gita Rao/)
    await closed()
    await chooses('To', 'Hana', /Hana/)
    await closed()
    expect(await axe(liam)).toBe('')
    await composer().getByRole('button', { name: 'Appreciation' }).click()
    await chooses('Whom', 'Gita', /Gita Rao/)
    await closed()
  })

  it('opens it again to whoever types or presses an arrow, and Enter chooses there', async () => {
    const to = composer().getByRole('combobox', { name: 'To' })
    await to.focus()
    await liam.keyboard.press('Escape')
    await closed()
    await liam.keyboard.type('Paula')
    await liam.getByRole('option', { name: /Paula/ }).waitFor()
    await liam.keyboard.press('ArrowDown')
    await liam.keyboard.press('Enter')
    await closed()
    const paula = composer()
      .getByText(/^Paula/)
      .filter({ visible: true })
    await paula.waitFor()
    await to.press('Backspace')
    await paula.waitFor({ state: 'detached' })
    expect(await composer().getByText(/^Hana/).filter({ visible: true }).count()).toBe(1)
  })

  it('sends nothing at Enter', async () => {
    const posts = await (await scene.portal.as('liam')).feed.list({})
    await composer().getByRole('textbox', { name: 'Write to your groups, or to people' }).fill('Half a word')
    await composer().getByRole('combobox', { name: 'To' }).focus()
    await liam.keyboard.type('Nobody by this name')
    await liam.keyboard.press('Enter')
    await liam.keyboard.press('Escape')
    await liam.keyboard.press('Enter')
    await composer().getByText('Draft saved').waitFor()
    expect((await (await scene.portal.as('liam')).feed.list({})).items.map(({ id }) => id)).toEqual(
      posts.items.map(({ id }) => id),
    )
    expect(await composer().getByRole('textbox', { name: 'Write to your groups, or to people' }).innerText()).toBe(
      'Half a word',
    )
  })

  it('does so with tags, too, however they were written', async () => {
    await liam.goto(`${scene.portal.url}/groups/${scene.portal.group('acme')}`)
    await liam.getByRole('textbox', { name: 'Write to the group' }).click()
    await liam.getByRole('button', { name: 'Tags' }).click()
    await liam.getByRole('option', { name: 'photos' }).click()
    await closed()
    const tags = liam.getByRole('combobox', { name: 'Tags' })
    await tags.click()
    await list().waitFor()
    await liam.keyboard.type('lifts ')
    await closed()
    expect(
      await liam
        .locator('form')
        .getByText(/^(photos|lifts)$/)
        .filter({ visible: true })
        .allInnerTexts(),
    ).toEqual(['photos', 'lifts'])
  })
})
