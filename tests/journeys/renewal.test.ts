import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { members } from '#features/groups/server/tables.ts'
import { keepTerms } from '#features/groups/sponsoring/server/jobs.ts'
import { axe, type TestPage } from '#tests/browser.ts'
import { letterTo, openScene, type Scene } from './scene.ts'

const group = 'Acme headquarters, Dublin'
const day = 86_400_000
const dayIn = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

describe('a lapse and its renewal', () => {
  let scene: Scene
  let kim: TestPage
  let liam: TestPage
  beforeAll(async () => {
    scene = await openScene()
    const { portal } = scene
    const isKim = and(eq(members.groupId, portal.group('acme')), eq(members.personId, portal.person('kim')))
    await portal.keep((tx) =>
      tx
        .update(members)
        .set({ until: dayIn(20), termDays: 90 })
        .where(isKim),
    )
    kim = await scene.signedIn('kim', '/settings/access')
    liam = await scene.signedIn('liam', `/groups/${portal.group('acme')}/members`)
  })
  afterAll(() => scene.close())
  /** As if so many days had gone by. */
  const daysLater = (days: number) => keepTerms(scene.portal.platform, new Date(Date.now() + days * day))

  it('somebody from outside reads who invited them, where they are, until when, and who sees how to reach them', async () => {
    await kim.getByText('Liam Doherty').waitFor()
    await kim.getByText(group).first().waitFor()
    await kim.getByText(/until \d/).waitFor()
    await kim.getByText(/people who work here/).waitFor()
    expect(await axe(kim)).toBe('')
  })

  it('two weeks before, both have a letter; after the last day the group is closed to her as she looks', async () => {
    await daysLater(7)
    await letterTo(scene.portal.folder, 'kim@acme.example', /Your access to/)
    await letterTo(scene.portal.folder, 'liam@orlanta.example', /Kim Lee: access to/)
    await kim.goto(`${scene.portal.url}/groups/${scene.portal.group('acme')}`)
    await kim.getByRole('heading', { level: 1, name: group }).waitFor()
    await daysLater(22)
    await kim.getByRole('heading', { name: 'You are in no group now' }).waitFor()
    await kim.getByRole('link', { name: 'My access' }).click()
    await kim.getByText('access ended on').waitFor()
    expect(await axe(kim)).toBe('')
  })

  it('the team still reads who it was, and that it ended', async () => {
    const row = liam.getByRole('listitem').filter({ hasText: 'Kim Lee' })
    await row.getByText('Access ended').waitFor()
    expect(await axe(liam)).toBe('')
  })

  it('one click in the letter lets her stay, says until when, and renews no second time', async () => {
    const { links } = await letterTo(scene.portal.folder, 'liam@orlanta.example', /Kim Lee: access to/)
    const link = links.find((url) => url.includes('/renew/')) ?? ''
    await liam.goto(link)
    await liam.getByRole('heading', { level: 1, name: new RegExp(`^Kim Lee .*stays in “${group}”$`) }).waitFor()
    const said = await liam.getByText(/Access is open until/).innerText()
    expect(await axe(liam)).toBe('')
    await liam.reload()
    await liam.getByRole('heading', { level: 1, name: /^Kim Lee .*has been renewed in/ }).waitFor()
    expect(await liam.getByText(/Access is open until/).innerText()).toBe(said)
    const nora = await scene.signedIn('nora', new URL(link).pathname)
    await nora.getByRole('heading', { level: 1, name: 'This link renews nothing' }).waitFor()
  })

  it('and she is in the group again, as what she was', async () => {
    await kim.goto(`${scene.portal.url}/groups/${scene.portal.group('acme')}`)
    await kim.getByRole('heading', { level: 1, name: group }).waitFor()
    await kim.getByRole('textbox', { name: 'Write to the group' }).waitFor()
    expect(kim.problems).toEqual([])
  })

  it('the profile of somebody from outside says who answers for them, and lets the sponsor renew there', async () => {
    await liam.goto(`${scene.portal.url}/people/${scene.portal.person('kim')}`)
    await liam.getByRole('button', { name: /Renew until/ }).waitFor()
    expect(await axe(liam)).toBe('')
    await liam.getByRole('button', { name: 'Change' }).click()
    await liam.getByLabel('What they are here for').fill('Drawings of two floors')
    await liam.getByRole('button', { name: 'Save' }).click()
    await liam.getByText('Drawings of two floors').waitFor()
  })
})
