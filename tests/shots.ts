import type { PersonKey } from '#app/sample/cast.ts'
import type { Screen, TestPage } from './browser.ts'

const desk: Screen[] = [{ width: 1440 }, { width: 1440, dark: true }]
const phone: Screen[] = [{ width: 390 }, { width: 390, dark: true }]

/** One picture of docs/pictures, on each of its screens. */
interface Shot {
  name: string
  as: PersonKey | null
  path: (ids: Ids) => string
  screens: Screen[]
  /** Opens what the picture is of, over the page. */
  open?: (page: TestPage) => Promise<void>
}
/** What the addresses are made of. */
interface Ids {
  /** A group without people from outside. */
  internal: string
  group: string
  task: string
  invitation: string
  person: (key: PersonKey) => string
}

/** Opens the panel for inviting, at one of its ways. */
async function inviting(page: TestPage, way: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click()
  await page.getByRole('dialog').getByText(way, { exact: true }).click()
}

/** Chooses an act with a person, on their page, and waits for what it says it will do. */
async function acting(page: TestPage, act: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Actions' }).first().click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
  await page
    .getByRole('dialog')
    .getByText(/What (opens|stays)/)
    .first()
    .waitFor()
}

/** Everything that the documents show. */
export const shots: Shot[] = [
  { name: 'sign-in', as: null, path: () => '/sign-in', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'group-feed-employee', as: 'liam', path: ({ group }) => `/groups/${group}`, screens: [...desk, ...phone] },
  { name: 'group-feed-external', as: 'kim', path: ({ group }) => `/groups/${group}`, screens: [...desk, ...phone] },
  {
    name: 'group-members-employee',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/members`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'feed-employee', as: 'boris', path: () => '/feed', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  { name: 'tasks-employee', as: 'liam', path: () => '/tasks', screens: [...desk, ...phone.slice(0, 1)] },
  { name: 'tasks-external', as: 'kim', path: () => '/tasks', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  {
    name: 'task-external',
    as: 'kim',
    path: ({ task }) => `/tasks/${task}`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  {
    name: 'directory-employee',
    as: 'anna',
    path: () => '/people',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'contacts-external', as: 'kim', path: () => '/people', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'groups-employee', as: 'boris', path: () => '/groups', screens: [...desk.slice(0, 1), ...phone.slice(0, 1)] },
  { name: 'settings-mail', as: 'anna', path: () => '/settings/mail', screens: desk.slice(0, 1) },
  { name: 'settings-people', as: 'anna', path: () => '/settings/people', screens: desk.slice(0, 1) },
  {
    name: 'settings-invitations',
    as: 'anna',
    path: () => '/settings/invitations?show=rules',
    screens: [...desk.slice(0, 1), ...phone.slice(1)],
  },
  { name: 'settings-licence', as: 'anna', path: () => '/settings/licence', screens: desk.slice(0, 1) },
  {
    name: 'profile',
    as: 'liam',
    path: () => '/settings/profile',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  { name: 'security', as: 'liam', path: () => '/settings/security', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  {
    name: 'join',
    as: null,
    path: ({ invitation }) => invitation,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
  },
  {
    name: 'create-group',
    as: 'liam',
    path: () => '/groups',
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Create group' }).click()
      await page.getByRole('switch', { name: 'External group' }).check()
    },
  },
  {
    name: 'invite',
    as: 'liam',
    path: ({ group }) => `/groups/${group}`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Invite people' }).click()
      await page.getByRole('dialog').locator('textarea').waitFor()
    },
  },
  {
    name: 'group-record',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/settings`,
    screens: desk.slice(0, 1),
    async open(page) {
      await page.getByRole('combobox', { name: 'For whom' }).click()
      await page.getByRole('option', { name: 'Kim Lee' }).click()
      await page.getByRole('button', { name: 'Make it for Kim Lee' }).click()
      await page.getByText('Given, kept until').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'who-can-see',
    as: 'liam',
    path: ({ task }) => `/tasks/${task}`,
    screens: [...desk, ...phone.slice(0, 1)],
    async open(page) {
      await page.getByRole('main').getByRole('button', { name: 'Actions' }).first().click()
      await page.getByRole('menuitem', { name: 'Who can see this' }).click()
      await page.getByRole('dialog').getByText('Liam Doherty').first().waitFor()
    },
  },
  {
    name: 'external-people',
    as: 'anna',
    path: () => '/settings/external-people',
    screens: desk.slice(0, 1),
    open: (page) => page.getByText('Sofia Marques').waitFor(),
  },
  { name: 'structure', as: 'liam', path: () => '/people/structure', screens: [...desk.slice(0, 1), ...phone.slice(1)] },
  {
    name: 'group-settings',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/settings`,
    screens: [...desk.slice(0, 1), ...phone.slice(0, 1)],
    async open(page) {
      await page.getByText('People from outside among themselves').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'open-group',
    as: 'celine',
    path: ({ internal }) => `/groups/${internal}/settings`,
    screens: [...desk.slice(0, 1), ...phone.slice(1)],
    async open(page) {
      await page.getByRole('button', { name: 'Open to people from outside' }).click()
      await page
        .getByRole('dialog')
        .getByText(/They see .* posts/)
        .waitFor()
    },
  },
  {
    name: 'invite-add',
    as: 'liam',
    path: ({ group }) => `/groups/${group}`,
    screens: desk.slice(0, 1),
    async open(page) {
      await inviting(page, 'Add')
      await page.getByRole('textbox', { name: 'Name and surname' }).fill('Rosa Díaz')
      await page.getByRole('textbox', { name: 'E-mail address' }).fill('rosa.diaz@acme.example')
    },
  },
  {
    name: 'invite-several',
    as: 'liam',
    path: ({ group }) => `/groups/${group}`,
    screens: desk.slice(0, 1),
    async open(page) {
      await inviting(page, 'Several')
      const table =
        'e-mail;name;company;until\nrosa.diaz@acme.example;Rosa Díaz;Acme;\nno address;Leon Brandt;Beta Logistics;'
      await page.getByRole('dialog').getByRole('textbox', { name: 'Addresses' }).fill(table)
      await page.getByRole('region', { name: 'What will be sent' }).waitFor()
    },
  },
  {
    name: 'invite-link',
    as: 'ruth',
    path: ({ group }) => `/groups/${group}`,
    screens: desk.slice(0, 1),
    async open(page) {
      await inviting(page, 'Link')
      await page.getByRole('button', { name: /Make a (new )?link/ }).waitFor()
    },
  },
  {
    name: 'lobby',
    as: 'noel',
    path: () => '/',
    screens: phone.slice(0, 1),
  },
  {
    name: 'lobby-request',
    as: 'liam',
    path: ({ group }) => `/groups/${group}/members`,
    screens: desk.slice(0, 1),
    async open(page) {
      await page.getByText('Asking to join').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'sponsor',
    as: 'liam',
    path: ({ person }) => `/people/${person('kim')}`,
    screens: desk.slice(0, 1),
    async open(page) {
      await page
        .getByRole('button', { name: /Renew until/ })
        .first()
        .scrollIntoViewIfNeeded()
    },
  },
  { name: 'my-access', as: 'kim', path: () => '/settings/access', screens: phone.slice(0, 1) },
  {
    name: 'to-employees',
    as: 'anna',
    path: ({ person }) => `/people/${person('lena')}`,
    screens: desk.slice(0, 1),
    open: (page) => acting(page, 'Move to employees'),
  },
  {
    name: 'to-external',
    as: 'anna',
    path: ({ person }) => `/people/${person('nora')}`,
    screens: desk.slice(0, 1),
    open: (page) => acting(page, 'Make external'),
  },
  {
    name: 'dismiss',
    as: 'anna',
    path: ({ person }) => `/people/${person('nora')}`,
    screens: phone.slice(0, 1),
    open: (page) => acting(page, 'Dismiss'),
  },
  {
    name: 'external-people-act',
    as: 'anna',
    path: () => '/settings/external-people?expiring=1',
    screens: desk.slice(0, 1),
    async open(page) {
      await page.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
      await page.getByRole('button', { name: 'Extend' }).click()
      await page.getByLabel('Last day').fill(new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10))
      await page.getByText(/can stay until/).waitFor()
    },
  },
]
