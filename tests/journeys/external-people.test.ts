import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { members } from '#features/groups/server/tables.ts'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

const path = '/settings/external-people'
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('people from outside, many at once (SEE-1)', () => {
  let scene: Scene
  let anna: TestPage
  beforeAll(async () => {
    scene = await openScene()
    const isOmar = and(
      eq(members.groupId, scene.portal.group('acme')),
      eq(members.personId, scene.portal.person('omar')),
    )
    await scene.portal.keep((tx) =>
      tx
        .update(members)
        .set({ until: dayIn(9) })
        .where(isOmar),
    )
    anna = await scene.signedIn('anna', path)
  })
  afterAll(() => scene.close())

  const choose = (page: TestPage, name: string) => page.getByRole('checkbox', { name: `Choose ${name}` }).check()
  const act = (page: TestPage, name: string) =>
    page.getByRole('region', { name: 'Chosen people' }).getByRole('button', { name, exact: true }).click()

  it('an administrator narrows the list by chips and by group', async () => {
    await anna.getByText('12 people').waitFor()
    await anna.getByText('Ending within 14 days').click()
    await anna.getByText('1 person', { exact: true }).waitFor()
    await anna.getByRole('link', { name: 'Groups and access of Omar Haddad' }).waitFor()
    await anna.getByText('Ending within 14 days').click()
    await anna.getByRole('combobox', { name: 'Any group' }).fill('Acme')
    await anna.getByRole('option', { name: 'Acme headquarters, Dublin' }).click()
    await anna.getByText('4 people').waitFor()
    expect(await axe(anna)).toBe('')
  })

  it('extends all that are shown: those without a last day are left as they are, before and after', async () => {
    await anna.getByRole('checkbox', { name: 'Choose all that are shown' }).check()
    await act(anna, 'Extend')
    await anna.getByLabel('Last day').fill(dayIn(60))
    await anna.getByText('1 person can stay until').waitFor()
    await anna.getByText('3 people have no last day and are left as they are.').waitFor()
    expect(await axe(anna)).toBe('')
    // What is asked again beside the list of what is done never comes.
    await anna.route(/preview/, () => undefined)
    await anna.getByRole('button', { name: 'Extend access' }).click()
    await anna.getByText('Access of 1 person is extended.').waitFor()
    // Who was chosen is so no more by now: whoever chooses next would lose it.
    expect(await anna.getByRole('region', { name: 'Chosen people' }).count()).toBe(0)
    expect(await anna.getByText('could not be done').count()).toBe(0)
    await anna.unrouteAll()
  })

  it('takes somebody out of a group, and dismisses somebody', async () => {
    await choose(anna, 'Omar Haddad')
    await act(anna, 'Remove from a group')
    const dialog = anna.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Group' }).fill('Acme')
    await anna.getByRole('option', { name: 'Acme headquarters, Dublin' }).last().click()
    await dialog.getByText('1 person leaves the group at once.').waitFor()
    await dialog.getByRole('button', { name: 'Remove from group' }).click()
    await anna.getByText('1 person is out of the group.').waitFor()
    await anna.getByText('3 people', { exact: true }).waitFor()

    await anna.goto(`${scene.portal.url}${path}?none=1`)
    await choose(anna, 'Noel Byrne')
    await act(anna, 'Dismiss')
    await dialog.getByText('All access of 1 person ends at once.').waitFor()
    await dialog.getByRole('button', { name: 'Dismiss them' }).click()
    await anna.getByText('1 person is dismissed.').waitFor()
    await anna.getByRole('link', { name: 'Groups and access of Noel Byrne' }).waitFor({ state: 'detached' })
    expect(anna.problems).toEqual([])
  })

  it('a sponsor does the same on a phone with their own, and reads what became of it where they stand', async () => {
    const liam = await scene.signedIn('liam', path, { width: 390 })
    await choose(liam, 'Kim Lee')
    expect(await liam.getByRole('button', { name: 'Dismiss' }).count()).toBe(0)
    await act(liam, 'Remove from a group')
    const dialog = liam.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Group' }).click()
    await liam.getByRole('option', { name: 'Acme headquarters, Dublin' }).click()
    await dialog.getByRole('button', { name: 'Remove from group' }).click()
    const told = liam.getByText('1 person is out of the group.')
    await told.waitFor()
    const box = await told.boundingBox()
    expect(box && box.y > 0 && box.y + box.height < 844).toBe(true)
    expect(await axe(liam)).toBe('')
    expect(liam.problems).toEqual([])
  })
})
