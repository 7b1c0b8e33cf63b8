import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { openScene, type Scene } from './scene.ts'

/** Beta Logistics and Gamma Freight carry for Orlanta in one group that keeps companies apart (GRP-7). */
describe('two competing contractors in one group', () => {
  let scene: Scene
  let paula: TestPage
  let lena: TestPage
  let piotr: TestPage
  beforeAll(async () => {
    scene = await openScene()
    const group = `/groups/${scene.portal.group('carriers')}`
    paula = await scene.signedIn('paula', group)
    lena = await scene.signedIn('lena', group, { width: 390 })
    piotr = await scene.signedIn('piotr', group, { dark: true })
    for (const page of [paula, lena, piotr]) await page.getByRole('article').first().waitFor()
  })
  afterAll(() => scene.close())

  const text = (page: TestPage) => page.locator('body').innerText()

  it('neither page names the other, and the team sees both', async () => {
    expect(await text(lena)).not.toMatch(/Gamma|Piotr|Marta/)
    expect(await text(piotr)).not.toMatch(/Beta|Lena|Hoffmann|Садыков/)
    await paula.getByText('External people here: Beta Logistics (2), Gamma Freight (2)').waitFor()
    await paula.getByText('Beta Logistics + team').first().waitFor()
    await paula.getByText('Gamma Freight + team').first().waitFor()
  })

  it('the team writes to one of them: the composer says so, and only that one reads it, live', async () => {
    await paula.getByRole('textbox', { name: 'Write to the group' }).fill('Loading at ramp two, Beta')
    await paula.getByText('One company').click()
    await paula.getByRole('button', { name: /^Send/ }).click()
    await paula.getByText('Choose first who of them it is for.').waitFor()
    await paula.getByRole('combobox', { name: 'Choose who' }).click()
    await paula.getByRole('option', { name: 'Beta Logistics (2)' }).click()
    await paula.getByText('Beta Logistics (2) and 5 colleagues will read this').waitFor()
    expect(await axe(paula)).toBe('')
    await paula.getByRole('button', { name: 'Send to Beta Logistics + team' }).click()
    await paula.getByRole('article').filter({ hasText: 'Loading at ramp two, Beta' }).waitFor()
    await lena.getByRole('button', { name: /1 new/ }).or(lena.getByText('Loading at ramp two, Beta')).first().waitFor()
    await piotr.reload()
    await piotr.getByRole('article').first().waitFor()
    expect(await text(piotr)).not.toContain('ramp two')
  })

  it('a word for the team below what Gamma wrote stays with the team', async () => {
    const post = paula.getByRole('article').filter({ hasText: 'Dostawa na Pragę' })
    await post.getByRole('button', { name: /2 comments/ }).click()
    await post.getByRole('textbox').fill('They were late in May')
    await post.getByText('Team only', { exact: true }).click()
    await post.getByRole('button', { name: 'Send to team' }).click()
    await post.getByText('They were late in May').waitFor()
    const theirs = piotr.getByRole('article').filter({ hasText: 'Dostawa na Pragę' })
    // Piotr reads Polish.
    await theirs.getByRole('button', { name: '2 komentarze' }).click()
    await theirs.getByText('Dostarczone, bez uwag').waitFor()
    expect(await text(piotr)).not.toContain('late in May')
  })

  it('the settings say with numbers what keeping everybody apart changes, before it is done', async () => {
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}/settings`)
    await paula.getByRole('radio', { name: 'Each person for themselves' }).check()
    await paula.getByRole('button', { name: 'Change this' }).click()
    const asked = paula.getByRole('dialog')
    await asked.getByText('4 people from outside of 2 companies').waitFor()
    expect(await axe(paula)).toBe('')
    await asked.getByRole('button', { name: 'Change this' }).click()
    await paula.getByText('Now: Each person for themselves').waitFor()
    const members = await (
      await scene.portal.as('lena')
    ).groups.members({ id: scene.portal.group('carriers'), limit: 100 })
    expect(members.items.map(({ person }) => person.name)).not.toContain('Тимур Садыков')
  })
})
