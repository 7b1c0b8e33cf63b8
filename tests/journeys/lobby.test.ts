import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPage } from '#tests/browser.ts'
import { axe } from '#tests/browser.ts'
import { letterTo, openScene, type Scene } from './scene.ts'

const address = 'rosa.diaz@acme.example'
const group = 'Acme headquarters, Dublin'

describe('an ordinary member invites, and a moderator approves', () => {
  let scene: Scene
  let nora: TestPage
  let ruth: TestPage
  let rosa: TestPage
  beforeAll(async () => {
    scene = await openScene()
    const path = `/groups/${scene.portal.group('acme')}/members`
    nora = await scene.signedIn('nora', path)
    ruth = await scene.signedIn('ruth', path)
    rosa = await scene.browser.newPage()
  })
  afterAll(() => scene.close())

  it('before she sends, the member reads that the invited will wait in the lobby', async () => {
    await nora.getByRole('button', { name: 'Invite people' }).click()
    await nora.getByText('waits in the lobby, without seeing the group').waitFor()
    await nora.getByText(/They will see .*\d+ posts/).waitFor()
    expect(await axe(nora)).toBe('')
    await nora.getByRole('textbox', { name: 'E-mail addresses' }).fill(address)
    await nora.keyboard.press('Enter')
    await nora.getByRole('button', { name: 'Send 1 invitation' }).click()
    await nora.getByText('1 letter is on its way').waitFor()
    await nora.getByRole('button', { name: 'Done' }).click()
    await nora.getByText('through the lobby').waitFor()
  })

  it('whoever comes is in the lobby: the group’s name, her own profile and security, nothing else', async () => {
    const { links, text } = await letterTo(scene.portal.folder, address)
    expect(text).toContain('the owner or a moderator of the group confirms')
    await rosa.goto(links[0] ?? '')
    await rosa.getByText('Until then you wait in the lobby').waitFor()
    await rosa.getByLabel('Your name').fill('Rosa Díaz')
    await rosa.locator('input[type=password]').fill('twelve quiet lamps')
    await rosa.getByRole('button', { name: 'Come in' }).click()
    await rosa.getByRole('heading', { level: 1, name: 'Hello, Rosa Díaz' }).waitFor()
    await rosa.getByText(`“${group}”`).waitFor()
    expect(await axe(rosa)).toBe('')
    for (const path of ['/feed', '/people', `/groups/${scene.portal.group('acme')}`]) {
      await rosa.goto(scene.portal.url + path)
      await rosa.getByRole('heading', { level: 1, name: 'Hello, Rosa Díaz' }).waitFor()
    }
    expect(await rosa.locator('body').innerText()).not.toContain('Nora')
    await rosa.getByRole('link', { name: 'Security' }).click()
    await rosa.getByLabel('Present password').waitFor()
    expect(await rosa.getByRole('link', { name: 'Tasks' }).count()).toBe(0)
    await rosa.goto(scene.portal.url)
    await rosa.getByRole('heading', { level: 1, name: 'Hello, Rosa Díaz' }).waitFor()
  })

  it('the member sees that she waits, the moderator is shown the request as it comes and approves it', async () => {
    await nora.getByText('Waits in the lobby').waitFor()
    const row = ruth.getByRole('listitem').filter({ hasText: address })
    await row.getByText('invited by').waitFor()
    expect(await axe(ruth)).toBe('')
    await row.getByRole('button', { name: 'Approve Rosa Díaz' }).click()
    await ruth.getByText('is in the group now.').waitFor()
  })

  it('the first that she then sees is the room, by itself', async () => {
    await rosa.waitForURL(/\/groups\/[\w-]+$/)
    await rosa.getByRole('heading', { level: 1, name: group }).waitFor()
    await rosa.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    expect(await axe(rosa)).toBe('')
  })

  it('taken out of it again, she is back in the lobby, which says so', async () => {
    const { portal } = scene
    const { items } = await (await portal.as('liam')).groups.members({ id: portal.group('acme'), search: 'Rosa' })
    const personId = items[0]?.person.id ?? ''
    await (await portal.as('liam')).groups.removeMember({ id: portal.group('acme'), personId })
    await rosa.getByRole('heading', { name: 'You are in no group now' }).waitFor()
    expect(await axe(rosa)).toBe('')
  })

  it('a closed group is joined by asking', async () => {
    const { portal } = scene
    const gita = await scene.signedIn('gita', `/groups/${portal.group('library')}`)
    await gita.getByRole('button', { name: 'Ask to join' }).click()
    await gita.getByText('You asked to join').waitFor()
    expect(await axe(gita)).toBe('')
    const celine = await scene.signedIn('celine', `/groups/${portal.group('library')}/members`)
    await celine.getByRole('button', { name: 'Approve Gita Rao' }).click()
    await gita.getByRole('link', { name: 'Members' }).first().waitFor()
  })
})
