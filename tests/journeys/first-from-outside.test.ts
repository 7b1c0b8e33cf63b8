import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { messagesTo } from '#tests/rules/letters.ts'
import { letterTo, openScene, type Scene } from './scene.ts'

const hers = 'rosa.diaz@acme.example'
const password = 'twelve quiet lamps'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene.close())

/** Somebody opens the link of their letter and comes in. */
async function comeIn(address: string, name: string): Promise<TestPage> {
  const { links } = await letterTo(scene.portal.folder, address)
  const page = await scene.browser.newPage()
  await page.goto(links[0] ?? '')
  await page.getByLabel('Your name').fill(name)
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: /^(Come in|Join)/ }).click()
  return page
}

describe('an internal group is opened from now on (GRP-3)', () => {
  let celine: TestPage
  const old = async () => {
    const { items } = await (await scene.portal.as('celine')).feed.list({ group: scene.portal.group('library') })
    return items.map(({ text }) => text.slice(0, 30))
  }

  it('the owner reads before what becomes visible, with its past and without', async () => {
    const id = scene.portal.group('library')
    expect((await old()).length).toBeGreaterThan(0)
    celine = await scene.signedIn('celine', `/groups/${id}/settings`)
    await celine.getByRole('button', { name: 'Open to people from outside' }).click()
    const dialog = celine.getByRole('dialog')
    await dialog.getByText(/They see \d+ colleagues\./).waitFor()
    await dialog.getByText(/They see \d+ colleagues, \d+ posts/).waitFor()
    expect(await dialog.getByRole('radio', { name: 'From now on' }).isChecked()).toBe(true)
    expect(await axe(celine)).toBe('')
    await dialog.getByRole('button', { name: 'Open the group' }).click()
    await celine.getByText('This group is open to people from outside.').waitFor()
  })

  it('whoever is then invited finds nothing of before, and reads what comes', async () => {
    const id = scene.portal.group('library')
    await celine.goto(`${scene.portal.url}/groups/${id}/members`)
    await celine.getByRole('button', { name: 'Invite people' }).click()
    await celine.getByText('what is written and planned from the day they come').waitFor()
    await celine.getByRole('textbox', { name: 'E-mail addresses' }).fill(hers)
    await celine.keyboard.press('Enter')
    await celine.getByRole('button', { name: 'Send 1 invitation' }).click()
    await celine.getByText('1 letter is on its way').waitFor()
    const rosa = await comeIn(hers, 'Rosa Díaz')
    await rosa.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    const seen = await rosa.locator('body').innerText()
    for (const text of await old()) expect(seen).not.toContain(text)
    await (await scene.portal.as('celine')).feed.add({ groupId: id, text: 'Samples of oak are here' })
    await rosa
      .getByText('Samples of oak are here')
      .or(rosa.getByRole('button', { name: /1 new/ }))
      .first()
      .waitFor()
  })
})

describe('an external group with three people who come in different ways', () => {
  it('two are invited while it is made, by letter and by phone, the third is added; what is there can be kept for the team before', async () => {
    const paula = await scene.signedIn('paula', '/groups')
    await paula.getByRole('button', { name: 'Create group' }).click()
    await paula.getByRole('textbox', { name: 'Name', exact: true }).fill('Winter deliveries')
    await paula.getByRole('switch', { name: 'External group' }).check()
    await paula
      .getByRole('combobox', { name: 'Invite people from outside' })
      .fill('one@gamma-freight.example; +48 602 111 222')
    await paula.keyboard.press('Enter')
    await paula.getByRole('button', { name: 'Create group' }).last().click()
    await paula.getByRole('heading', { level: 1, name: 'Winter deliveries' }).waitFor()
    const { pathname } = new URL(paula.url())
    await paula.getByRole('textbox', { name: 'Write to the group' }).fill('Prices, among us')
    await paula.getByRole('button', { name: /^Send/ }).click()
    await paula.getByRole('article').filter({ hasText: 'Prices, among us' }).waitFor()

    await paula.goto(`${scene.portal.url}${pathname}/members`)
    await paula.getByText('one@gamma-freight.example').first().waitFor()
    await paula.getByText('+48 602 111 222').first().waitFor()
    await paula.getByRole('button', { name: 'Invite people' }).click()
    await paula.getByText('Nobody from outside is in this group yet').waitFor()
    expect(await axe(paula)).toBe('')
    // Two are on their way: what they were to find stays, unless that is taken back.
    await paula.getByRole('radio', { name: 'From now on' }).check()
    await paula.getByText('what is written and planned from the day they come').waitFor()
    await paula.getByText('Add', { exact: true }).click()
    await paula.getByLabel('E-mail address').fill('three@acme.example')
    await paula.getByLabel('Name and surname').fill('Third Person')
    await paula.getByRole('button', { name: 'Add to the group' }).click()
    await paula.getByText(/^Third Person.* is in the group/).waitFor()

    const three = await scene.browser.newPage()
    await three.goto((await letterTo(scene.portal.folder, 'three@acme.example')).links[0] ?? '')
    await three.getByRole('button', { name: 'Come in' }).click()
    await three.getByRole('heading', { level: 1, name: 'Winter deliveries' }).waitFor()
    const one = await comeIn('one@gamma-freight.example', 'First Person')
    await one.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    for (const page of [one, three]) {
      const seen = await page.locator('body').innerText()
      expect(seen).not.toMatch(/Prices, among us|602 111 222|Nobody from outside/)
    }
    await scene.portal.settled()
    const [message] = await messagesTo(scene.portal.folder, '+48602111222')
    const two = await scene.browser.newPage({ width: 390 })
    await two.goto(/http\S+/.exec(message ?? '')?.[0] ?? '')
    await two.getByLabel('Your name').fill('Second Person')
    await two.getByRole('button', { name: /^(Come in|Join)/ }).click()
    await two.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    expect(await two.locator('body').innerText()).not.toMatch(/Prices, among us/)
    await paula.goto(`${scene.portal.url}${pathname}/members`)
    for (const name of ['First Person', 'Second Person', 'Third Person']) await paula.getByText(name).first().waitFor()
  })
})

describe('somebody who has an account, into a group that is made while one invites', () => {
  it('INV-1: the portal’s own way makes the group right there, and the letter leads into it', async () => {
    const paula = await scene.signedIn('paula', '/feed')
    await paula.getByRole('banner').getByRole('button', { name: 'New' }).click()
    await paula.getByRole('menuitem', { name: 'Invite people' }).click()
    await paula.getByRole('button', { name: 'Create an external group' }).click()
    const form = paula.getByRole('dialog')
    expect(await form.getByRole('switch', { name: 'External group' }).isChecked()).toBe(true)
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Spring deliveries')
    await form.getByRole('combobox', { name: 'Invite people from outside' }).fill('lena@beta-logistics.example')
    await paula.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Create group' }).click()
    await paula.getByRole('heading', { level: 1, name: 'Spring deliveries' }).waitFor()
  })

  it('INV-3: she signs in where the letter leads, here by a mailed link, and comes back to the invitation', async () => {
    const { links, text } = await letterTo(scene.portal.folder, 'lena@beta-logistics.example', /Spring deliveries/)
    expect(text).toContain('There you find 1 person and what is written and planned from the day you come.')
    const lena = await scene.browser.newPage({ width: 390 })
    await lena.goto(links[0] ?? '')
    await lena.getByText('There is an account for lena@beta-logistics.example').waitFor()
    for (const name of ['Sign in', 'Use a passkey']) await lena.getByRole('button', { name, exact: true }).waitFor()
    expect(await axe(lena)).toBe('')
    await lena.getByRole('button', { name: 'Send me a sign-in link' }).click()
    await lena.getByText('a letter is on its way').waitFor()
    // Opened in another browser, as on a phone.
    const phone = await scene.browser.newPage({ width: 390 })
    await phone.goto((await letterTo(scene.portal.folder, 'lena@beta-logistics.example', /Orlanta$/)).links[0] ?? '')
    await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
    await phone.getByText('You are signed in as lena@beta-logistics.example').waitFor()
    await phone.getByRole('button', { name: 'Join', exact: true }).click()
    await phone.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    expect(await phone.getByRole('heading', { level: 1 }).first().innerText()).toContain('Spring deliveries')
  })
})
