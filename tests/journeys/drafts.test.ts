import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

describe('what somebody has begun to write', () => {
  let scene: Scene
  let desk: TestPage
  let phone: TestPage
  beforeAll(async () => {
    scene = await openScene()
    desk = await scene.signedIn('liam', '/feed')
    phone = await scene.signedIn('liam', '/feed', { width: 390 })
    await Promise.all([desk, phone].map((page) => page.getByRole('article').first().waitFor()))
  })
  afterAll(() => scene.close())

  const composer = (page: TestPage) =>
    page.locator('form').filter({ has: page.getByLabel('Write to your groups, or to people') })
  const words = (page: TestPage) => composer(page).getByRole('textbox', { name: 'Write to your groups, or to people' })
  const typed = 'All of what somebody types at once, however late the rest of the page comes to them'
  const saved = (page: TestPage) => page.getByText('Draft saved').waitFor()
  const holds = (page: TestPage, text: string) => words(page).filter({ hasText: text }).waitFor()
  /** Holds back what a page asks for there, until it is let go. */
  async function held(page: TestPage, address: RegExp): Promise<() => void> {
    let letGo: () => void = () => undefined
    const gone = new Promise<void>((resolve) => (letGo = resolve))
    await page.route(address, async (route) => {
      await gone
      await route.continue()
    })
    return letGo
  }
  /** All that stands there, however it came. */
  async function standsAsLeft(page: TestPage) {
    await holds(page, 'Three things')
    await composer(page).getByText('Gita Rao').first().waitFor()
    expect(await composer(page).getByLabel('Question').inputValue()).toBe('When')
    expect(await composer(page).getByLabel('Option 2').inputValue()).toBe('On Tuesday')
  }

  it('comes to their other device by itself: words, whom it is for, a poll half filled in', async () => {
    await words(desk).click()
    await desk.getByRole('toolbar').waitFor()
    await desk.keyboard.type('Three things')
    await composer(desk).getByRole('combobox', { name: 'To' }).fill('Gita')
    await desk.getByRole('option', { name: /Gita Rao/ }).click()
    await composer(desk).getByRole('button', { name: 'Poll' }).click()
    await composer(desk).getByLabel('Question').fill('When')
    await composer(desk).getByLabel('Option 2').fill('On Tuesday')
    await saved(desk)
    await standsAsLeft(phone)
    expect(await axe(phone)).toBe('')
  })

  it('stands as it was left after a reload, and takes the focus from nobody', async () => {
    await desk.reload()
    await standsAsLeft(desk)
    expect(await desk.locator('body:focus, body:not(:has(:focus))').count()).toBe(1)
  })

  it('is not written over where it was changed on both: whoever writes says which one goes on', async () => {
    await desk.context().setOffline(true)
    await words(desk).click()
    await desk.keyboard.type(' from the desk')
    await words(phone).click()
    await phone.keyboard.type(' from the phone')
    await saved(phone)
    await desk.context().setOffline(false)
    // What it could not keep meanwhile.
    desk.problems.length = 0
    const said = desk.getByRole('status').filter({ hasText: 'This draft was changed in another window' })
    await said.waitFor()
    expect(await axe(desk)).toBe('')
    await holds(desk, 'from the desk')
    await said.getByRole('button', { name: 'Take it over from there' }).click()
    await holds(desk, 'from the phone')
    await said.waitFor({ state: 'detached' })
  })

  it('is gone everywhere once it is sent', async () => {
    await composer(phone).getByLabel('Option 1').fill('On Monday')
    await saved(phone)
    await composer(phone).getByRole('button', { name: 'Send' }).click()
    await phone.getByRole('article').filter({ hasText: 'from the phone' }).waitFor()
    await words(desk).filter({ hasText: 'Three things' }).waitFor({ state: 'detached' })
    await desk.reload()
    await desk.getByRole('article').filter({ hasText: 'from the phone' }).waitFor()
    expect(await words(desk).filter({ hasText: 'Three things' }).count()).toBe(0)
  })

  it('below a post it is there too, for those for whom it was', async () => {
    const { items } = await (await scene.portal.as('liam')).feed.list({ group: scene.portal.group('acme'), limit: 1 })
    const address = `${scene.portal.url}/posts/${items[0]?.id}`
    await desk.goto(address)
    const field = desk.getByRole('textbox', { name: 'Write a comment' })
    await field.fill('Half a')
    await desk.getByText('Team only').last().click()
    await saved(desk)
    await desk.reload()
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe('Half a')
    await desk.getByRole('button', { name: 'Send to team' }).waitFor()
  })

  it('in reply to a comment it still quotes what it quoted', async () => {
    const [threadId = ''] = desk.url().split('/').slice(-1)
    await (await scene.portal.as('hana')).comments.add({ threadId, text: 'The lift is too small' })
    const said = desk.getByRole('article').filter({ hasText: 'The lift is too small' }).last()
    const reply = () => desk.locator('form').filter({ has: desk.getByLabel('Write a reply') })
    await said.getByText('The lift is too small').selectText()
    await said.getByRole('button', { name: 'Quote' }).click()
    await reply().getByRole('blockquote').filter({ hasText: 'too small' }).waitFor()
    await reply().getByRole('textbox').fill('Measure it again')
    await reply().getByText('Draft saved').waitFor()
    await desk.reload()
    await said.getByRole('button', { name: 'Reply' }).click()
    await reply().getByRole('blockquote').filter({ hasText: 'too small' }).waitFor()
    await expect.poll(() => reply().getByRole('textbox').inputValue(), { timeout: 15_000 }).toBe('Measure it again')
    await reply().getByRole('button', { name: 'Send' }).click()
    await desk.getByRole('blockquote').filter({ hasText: 'too small' }).waitFor()
    await reply().waitFor({ state: 'detached' })
  })

  it('is said to be saved without a button moving away from under the finger', async () => {
    await phone.setViewportSize({ width: 430, height: 900 })
    await phone.goto(desk.url())
    const field = phone.getByRole('textbox', { name: 'Write a comment' })
    const send = () => phone.getByRole('button', { name: 'Send to team' }).boundingBox()
    await expect.poll(() => field.inputValue(), { timeout: 15_000 }).toBe('Half a')
    await field.fill('Half a word')
    const before = await send()
    await saved(phone)
    expect(await send()).toEqual(before)
  })

  it('loses no key while the editor comes to take over from the plain field', async () => {
    const slow = await desk.context().newCDPSession(desk)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 2 })
    await desk.goto(`${scene.portal.url}/feed`)
    await composer(desk).waitFor()
    await words(desk).click()
    await desk.keyboard.type(typed, { delay: 20 })
    await desk.getByRole('toolbar').waitFor()
    expect(await words(desk).innerText()).toBe(typed)
    await saved(desk)
    await slow.detach()
  })

  it('goes on at its end in the plain field, for whoever is there when it comes, and the editor takes over all of it', async () => {
    const [draftComes, editorComes] = [await held(desk, /\/feed\/draft\b/), await held(desk, /\/editor-[^/]+\.js$/)]
    await desk.reload()
    await words(desk).click()
    draftComes()
    await expect.poll(() => words(desk).inputValue(), { timeout: 15_000 }).toBe(typed)
    await desk.keyboard.type(', and then some')
    expect(await words(desk).inputValue()).toBe(`${typed}, and then some`)
    editorComes()
    await desk.getByRole('toolbar').waitFor()
    expect(await words(desk).innerText()).toBe(`${typed}, and then some`)
  })
})
