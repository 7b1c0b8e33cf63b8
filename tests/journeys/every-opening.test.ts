import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type Screen, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'
import { drawn } from './screens.ts'

const desk: Screen = { width: 1440 }
const phone: Screen = { width: 390, dark: true }

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
  const { portal } = scene
  const liam = await portal.as('liam')
  await liam.invitations.invite({ id: portal.group('acme'), emails: ['new@acme.example'] })
  await portal.settled()
})
afterAll(() => scene.close())

/** What opens over a page, and how. */
const states: { name: string; path: () => string; open: (page: TestPage) => Promise<void>; only?: 'desk' | 'phone' }[] =
  [
    {
      name: 'the New menu',
      path: () => '/tasks',
      open: (page) => page.getByRole('banner').getByRole('button', { name: 'New' }).click(),
    },
    {
      name: 'a new group with people from outside',
      path: () => '/groups',
      async open(page) {
        await page.getByRole('banner').getByRole('button', { name: 'New' }).click()
        await page.getByRole('menuitem', { name: 'Group', exact: true }).click()
        await page.getByRole('switch', { name: 'External group' }).check()
      },
    },
    {
      name: 'a new task',
      path: () => '/feed',
      async open(page) {
        await page.getByRole('banner').getByRole('button', { name: 'New' }).click()
        await page.getByRole('menuitem', { name: 'Task', exact: true }).click()
        await page.getByRole('textbox', { name: 'What is to be done' }).waitFor()
      },
    },
    {
      name: 'a new post',
      path: () => '/tasks',
      async open(page) {
        await page.getByRole('banner').getByRole('button', { name: 'New' }).click()
        await page.getByRole('menuitem', { name: 'Post', exact: true }).click()
        await page.getByRole('dialog').getByRole('textbox').first().waitFor()
      },
    },
    {
      name: 'the invite panel',
      path: () => `/groups/${scene.portal.group('acme')}`,
      async open(page) {
        await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click()
        await page
          .getByRole('dialog')
          .getByRole('textbox', { name: 'Note' })
          .or(page.getByRole('dialog').locator('textarea'))
          .first()
          .waitFor()
      },
    },
    {
      name: 'who can see this',
      path: () => `/groups/${scene.portal.group('acme')}/members`,
      async open(page) {
        await page.getByRole('main').getByRole('button', { name: 'Actions' }).first().click()
        await page.getByRole('menuitem', { name: 'Who can see this' }).click()
        await page.getByRole('dialog').getByText('Liam Doherty').first().waitFor()
      },
    },
    {
      name: 'the search palette, with what was typed at once',
      path: () => '/tasks',
      async open(page) {
        await page.keyboard.press('Control+K')
        await page.keyboard.type('kim')
        await page.getByRole('dialog').getByText('Kim Lee').first().waitFor()
      },
    },
    {
      name: 'the menu behind one’s own face',
      path: () => '/tasks',
      open: (page) => page.getByRole('button', { name: /profile and settings/ }).click(),
    },
    {
      name: 'More on a phone',
      path: () => '/tasks',
      open: (page) => page.getByRole('button', { name: 'More' }).click(),
      only: 'phone',
    },
  ]

describe.each([
  ['desk', desk],
  ['phone', phone],
] as const)('what opens over a page stands on its feet too, on a %s', (kind, screen) => {
  let page: TestPage
  beforeAll(async () => {
    page = await scene.signedIn('liam', '/tasks', screen)
  })

  it.each(states.filter(({ only = kind }) => only === kind))('$name', async ({ path, open }) => {
    await page.goto(scene.portal.url + path())
    await drawn(page)
    await open(page)
    await page.locator('[role="dialog"], [role="menu"]').first().waitFor()
    expect([await axe(page), ...page.problems.splice(0)].filter(Boolean)).toEqual([])
  })
})

describe('and what opens elsewhere', () => {
  it('a kept letter, all but the letter itself', async () => {
    const page = await scene.signedIn('anna', '/settings/mail', desk)
    await page
      .getByRole('link', { name: /invites you/ })
      .first()
      .click()
    await page.locator('iframe').waitFor()
    expect(await axe(page, 'iframe')).toBe('')
  })

  it('the cursor stands in the first field of a form that opens, and at the pencil after writing in place', async () => {
    const { portal } = scene
    const page = await scene.signedIn('liam', `/groups/${portal.group('acme')}`, desk)
    await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click()
    await page.locator('[inputmode=email]:focus').waitFor()
    const liam = await portal.as('liam')
    const task = await liam.tasks.create({ title: 'Order the lamps', responsibleId: portal.person('liam') })
    await page.goto(`${portal.url}/tasks/${task.id}`)
    await page.getByRole('button', { name: 'Edit the title' }).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' today')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Order the lamps today' }).waitFor()
    await page.locator('[aria-label="Edit the title"]:focus').waitFor()
    await page.getByRole('button', { name: 'Change the deadline' }).click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.locator('[aria-label="Change the deadline"]:focus').waitFor()
    expect(page.problems).toEqual([])
  })
})
