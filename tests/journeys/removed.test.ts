import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'

describe('somebody is taken out of a group', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.close())

  it('and the page that stands open empties by itself', async () => {
    const { portal } = scene
    const group = portal.group('acme')
    const kim = await scene.signedIn('kim', `/groups/${group}`)
    await kim.getByRole('heading', { level: 1, name: 'Acme headquarters, Dublin' }).waitFor()
    await kim.getByRole('article').first().waitFor()
    // Signals reach the page over its socket; it has to be there before something happens.
    await kim.live

    const liam = await portal.as('liam')
    const began = performance.now()
    await liam.groups.removeMember({ id: group, personId: portal.person('kim') })
    await kim.getByText('Acme headquarters').first().waitFor({ state: 'detached', timeout: 5_000 })
    await kim.getByRole('article').first().waitFor({ state: 'detached', timeout: 5_000 })
    // A second is what we promise; on a busy machine it is said and not held.
    console.info(`The page was empty after ${Math.round(performance.now() - began)} ms.`)
    // It was her only group: what is left is the lobby.
    await kim.getByRole('heading', { name: 'You are in no group now' }).waitFor()

    expect(await kim.locator('body').innerText()).not.toContain('Acme headquarters')
    await kim.goto(`${portal.url}/feed`)
    await kim.getByRole('heading', { level: 1 }).waitFor()
    expect(await kim.locator('body').innerText()).not.toContain('Acme headquarters')
  })
})
