import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

describe('a link to something that not everybody who reads it can open', () => {
  let scene: Scene
  let paula: TestPage
  let address: string
  beforeAll(async () => {
    scene = await openScene()
    const groupId = scene.portal.group('carriers')
    const { feed } = await scene.portal.as('paula')
    const { id } = await feed.add({ groupId, audience: 'team', text: 'What we pay for a lorry\nAs agreed' })
    await feed.add({ groupId, text: 'Where the papers lie' })
    address = `${scene.portal.url}/posts/${id}`
    paula = await scene.signedIn('paula', `/groups/${groupId}`, { width: 390 })
    await paula.getByRole('article').first().waitFor()
  })
  afterAll(() => scene.close())

  const flag = () => paula.getByRole('status').filter({ hasText: 'can open “What we pay for a lorry”.' })
  const papers = () => paula.getByRole('article').filter({ hasText: 'Where the papers lie' })

  it('is said below the post that is being written, and goes or stays', async () => {
    await paula.getByRole('textbox', { name: 'Write to the group' }).click()
    await paula.getByRole('toolbar').waitFor()
    await paula.keyboard.type(`The rates: ${address} from May`)
    await paula.getByText('Everyone (2 companies)').click()
    await flag().waitFor()
    expect(await axe(paula)).toBe('')
    await paula.getByRole('button', { name: /^Send to .*Beta/ }).click()
    await paula.getByText('First say what becomes of the links').waitFor()
    await flag().getByRole('button', { name: 'Take the link out' }).click()
    await flag().waitFor({ state: 'detached' })
    await paula.getByRole('button', { name: /^Send to .*Beta/ }).click()
    const sent = paula.getByRole('article').filter({ hasText: 'The rates' })
    await sent.waitFor()
    expect(await sent.innerText()).not.toContain('/posts/')
  })

  it('is said below a comment too, and kept it stands there as it was written', async () => {
    await papers().getByRole('button', { name: 'Comment' }).click()
    const field = papers().getByRole('textbox', { name: 'Write a comment' })
    await field.fill(`See ${address}.`)
    await paula.getByText('Everyone (2 companies)').last().click()
    await flag().getByRole('button', { name: 'Keep it' }).click()
    await papers().getByRole('button', { name: /^Send/ }).click()
    const link = papers().getByRole('link', { name: address })
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe(new URL(address).pathname)
  })

  it('is said when a comment is changed, of what was not decided before', async () => {
    const mine = papers().getByRole('listitem').last()
    await mine.getByRole('button', { name: 'Actions' }).click()
    await paula.getByRole('menuitem', { name: 'Edit' }).click()
    const field = mine.getByRole('textbox', { name: 'Edit' })
    await field.fill(`See ${address}, and /groups/${scene.portal.group('everyone')}`)
    const other = paula.getByRole('status').filter({ hasText: 'can open “Everyone at Orlanta”.' })
    await other.waitFor()
    expect(await flag().count()).toBe(0)
    await mine.getByRole('button', { name: 'Save' }).click()
    await paula.getByText('First say what becomes of the links').waitFor()
    expect(await axe(paula)).toBe('')
    await other.getByRole('button', { name: 'Take the link out' }).click()
    await mine.getByRole('button', { name: 'Save' }).click()
    await field.waitFor({ state: 'detached' })
  })

  it('is said below a task between two people', async () => {
    const { tasks } = await scene.portal.as('paula')
    const { id } = await tasks.create({ title: 'Between us', responsibleId: scene.portal.person('lena') })
    await paula.goto(`${scene.portal.url}/tasks/${id}`)
    await paula.getByRole('textbox', { name: 'Write a comment' }).fill(`See ${address}`)
    await flag().getByRole('button', { name: 'Take the link out' }).click()
    await flag().waitFor({ state: 'detached' })
    expect(await paula.getByRole('textbox', { name: 'Write a comment' }).inputValue()).toBe('See')
  })

  it('a path of the portal that is typed as words becomes a link; the list of whom to mention stands among the parts of the page', async () => {
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}`)
    await paula.getByRole('textbox', { name: 'Write to the group' }).click()
    await paula.getByRole('toolbar').waitFor()
    await paula.keyboard.type(`Look at ${new URL(address).pathname} first, @Kas`)
    await paula
      .getByRole('textbox')
      .getByRole('link', { name: new URL(address).pathname })
      .waitFor()
    await paula.getByRole('option', { name: /Kasia/ }).waitFor()
    expect(await axe(paula)).toBe('')
    await paula.keyboard.press('Enter')
    await paula.getByText('Team only').first().click()
    await paula.getByRole('button', { name: 'Send to team' }).click()
    const sent = paula.getByRole('article').filter({ hasText: 'Look at' })
    await sent.getByRole('link', { name: new URL(address).pathname }).click()
    await paula.getByRole('article').filter({ hasText: 'What we pay for a lorry' }).first().waitFor()
  })
})
