import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpCode } from '#features/portal/server/door.ts'
import type { TestPage } from '#tests/browser.ts'
import { axe } from '#tests/browser.ts'
import { letterTo, openEmptyScene } from './scene.ts'

const group = 'Harbour office'
const kimsAddress = 'kim.lee@acme.example'
const password = 'twelve quiet lamps'

describe('an employee and an external meet in one group', () => {
  let scene: Awaited<ReturnType<typeof openEmptyScene>>
  let owner: TestPage
  let kim: TestPage
  beforeAll(async () => {
    scene = await openEmptyScene()
    owner = await scene.browser.newPage()
    kim = await scene.browser.newPage()
  })
  afterAll(() => scene.close())

  it('the portal is set up with the code from the terminal', async () => {
    const { portal } = scene
    await owner.goto(portal.url)
    await owner.getByRole('heading', { name: 'Set up your portal' }).waitFor()
    expect(await axe(owner)).toBe('')
    await owner.getByLabel('Set-up code').fill('AAAA-AAAA')
    await owner.getByLabel('What the portal is called').fill('Northmoor')
    await owner.getByLabel('Your name').fill('Vera Nilsson')
    await owner.getByLabel('E-mail').fill('vera@northmoor.example')
    await owner.getByLabel('Password', { exact: true }).fill(password)
    await owner.getByRole('button', { name: 'Set up the portal' }).click()
    await owner.getByText('This is not the code from the terminal').first().waitFor()
    await owner.getByLabel('Set-up code').fill((await setUpCode(portal.platform)) ?? '')
    await owner.getByRole('button', { name: 'Set up the portal' }).click()
    await owner.getByRole('button', { name: 'New', exact: true }).waitFor()
  })

  it('an external group is made, and somebody from outside invited', async () => {
    await owner.getByRole('button', { name: 'New', exact: true }).click()
    await owner.getByRole('menuitem', { name: 'Group', exact: true }).click()
    await owner.getByRole('textbox', { name: 'Name', exact: true }).fill(group)
    await owner.getByRole('switch', { name: 'External group' }).check()
    await owner.getByRole('combobox', { name: 'Invite people from outside' }).fill(kimsAddress)
    await owner.keyboard.press('Enter')
    expect(await axe(owner)).toBe('')
    await owner.getByRole('button', { name: 'Create group' }).click()
    await owner.getByRole('heading', { level: 1, name: group }).waitFor()
    await owner
      .getByRole('link', { name: 'Members' })
      .or(owner.getByRole('tab', { name: 'Members' }))
      .first()
      .click()
    await owner.getByText(kimsAddress).first().waitFor()
  })

  it('the letter names who invites and into what, and its button leads into the room', async () => {
    const letter = await letterTo(scene.portal.folder, kimsAddress)
    expect(letter.subject).toBe(`Vera Nilsson invites you to “${group}”`)
    const [link] = letter.links
    expect(link).toMatch(/\/join\/[\w-]{40,}$/)
    await kim.goto(link ?? '')
    await kim.getByRole('heading', { name: `Join “${group}”` }).waitFor()
    expect(await axe(kim)).toBe('')
    await kim.getByLabel('Your name').fill('Kim Lee')
    await kim.locator('input[type=password]').fill(password)
    await kim.getByRole('button', { name: 'Come in' }).click()
    await kim.waitForURL(/\/groups\/[\w-]+$/)
    await kim.getByRole('heading', { level: 1, name: group, exact: true }).waitFor()
  })

  it('what is said on one side is seen on the other, live', async () => {
    const groupPage = kim.url()
    await owner.goto(groupPage)
    await owner.getByRole('textbox', { name: 'Write to the group' }).fill('Welcome. The plans are ready for you.')
    await owner.getByRole('button', { name: /^Send to/ }).click()
    const post = kim.getByRole('article').filter({ hasText: 'The plans are ready for you.' })
    await post.waitFor()
    await post
      .getByRole('button', { name: /comment/i })
      .first()
      .click()
    await post.getByRole('textbox', { name: 'Write a comment' }).fill('Thank you, I look at them today.')
    await post.getByRole('button', { name: /^Send/ }).click()
    const told = owner.getByRole('article').filter({ hasText: 'The plans are ready for you.' })
    await told
      .getByRole('button', { name: /comment/i })
      .first()
      .click()
    await told.getByText('Thank you, I look at them today.').waitFor()
    expect(await axe(owner)).toBe('')
    expect(await axe(kim)).toBe('')
  })

  it('a task is set for the external, a letter says so, and it is completed', async () => {
    const { portal } = scene
    await owner.getByRole('main').getByRole('link', { name: 'Tasks' }).click()
    await owner.getByRole('button', { name: 'New task' }).first().click()
    await owner.getByRole('textbox', { name: 'What is to be done' }).fill('Approve the floor plan')
    await owner
      .getByRole('textbox', { name: 'Responsible' })
      .or(owner.getByRole('combobox', { name: 'Responsible' }))
      .first()
      .click()
    await owner.getByRole('option', { name: /Kim Lee/ }).click()
    await owner.getByRole('button', { name: /^Set / }).click()
    await owner.getByRole('main').getByText('Approve the floor plan').first().waitFor()

    const letter = await letterTo(portal.folder, kimsAddress, /Approve the floor plan/)
    expect(letter.text).toContain('Vera Nilsson has given you this task')
    const link = letter.links.find((one) => one.includes('/tasks/'))
    await kim.goto(link ?? '')
    await kim.getByRole('heading', { name: 'Approve the floor plan' }).waitFor()
    await kim.getByRole('button', { name: 'Complete' }).click()
    await kim.getByRole('button', { name: 'Open again' }).waitFor()
    // The task stands open on the owner's side and shows it by itself.
    await owner.getByRole('dialog').getByRole('button', { name: 'Open again' }).waitFor()
  })

  it('the external knows the people of the group and nobody else', async () => {
    await kim.goto(`${scene.portal.url}/people`)
    await kim.getByText('Vera Nilsson').first().waitFor()
    const menu = await kim.getByRole('navigation').first().innerText()
    expect(menu).toContain('Contacts')
    expect(menu).not.toContain('Employees')
  })
})
