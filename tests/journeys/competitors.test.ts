import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { lettersTo } from '#tests/rules/letters.ts'
import { marksOnlyOf, marksSeenBy } from '#tests/rules/markers.ts'
import { until } from '#tests/rules/ear.ts'
import { openScene, type Scene } from './scene.ts'
import { asHeard, marksIn, recordTraffic, type Traffic } from './traffic.ts'

/** Beta Logistics and Gamma Freight carry for Orlanta in one group that keeps companies apart (GRP-7). */
describe('two competing contractors in one group', () => {
  let scene: Scene
  let paula: TestPage
  let lena: TestPage
  let piotr: TestPage
  const traffic = new Map<Competitor, Traffic>()
  /** What each of them read at any time. */
  const read: Record<Competitor, Set<string>> = { lena: new Set(), piotr: new Set() }
  const noteWhatEachReads = async () => {
    for (const who of ['lena', 'piotr'] as const)
      for (const mark of await marksSeenBy(scene.portal, who)) read[who].add(mark)
  }
  beforeAll(async () => {
    scene = await openScene()
    const group = `/groups/${scene.portal.group('carriers')}`
    paula = await scene.signedIn('paula', group)
    // Recorded from before the first page of the portal on.
    lena = await scene.signedIn('lena', '/healthz', { width: 390 })
    piotr = await scene.signedIn('piotr', '/healthz', { dark: true })
    for (const [who, page] of Object.entries({ lena, piotr })) {
      traffic.set(who as Competitor, recordTraffic(page))
      await page.goto(scene.portal.url + group)
    }
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
    await paula.keyboard.press('Control+Enter')
    await paula.getByText('Choose first for whom it is.').waitFor()
    await paula.getByText('Everyone (2 companies)').waitFor()
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
    await traffic.get('piotr')?.read()
    await piotr.reload()
    await piotr.getByRole('article').first().waitFor()
    expect(await text(piotr)).not.toContain('ramp two')
  })

  it('an answer to what Beta said below a word for all goes to Beta, and a comment goes to nobody by itself', async () => {
    // Newer activity stands above it, so the list is gone through to its end.
    const post = paula.getByRole('article').filter({ hasText: 'Good morning to everybody' })
    for (let pages = 0; pages < 5 && (await post.count()) === 0; pages++) {
      await paula.getByRole('article').last().scrollIntoViewIfNeeded()
      await paula.waitForLoadState('networkidle')
    }
    await post.getByRole('button', { name: /3 comments/ }).click()
    const field = post.getByRole('textbox', { name: 'Write a comment' })
    await field.fill('The gate knows of it')
    await paula.keyboard.press('Control+Enter')
    await post.getByText('Choose first for whom it is.').waitFor()
    await post.getByRole('button', { name: 'Reply to Beta Logistics + team' }).press('Enter')
    await post.getByText('Beta Logistics (2) and 5 colleagues will read this').waitFor()
    await post.locator('textarea:focus').fill('The gate knows of it')
    expect(await axe(paula)).toBe('')
    await post.getByRole('button', { name: 'Send to Beta Logistics + team' }).click()
    await post
      .getByRole('listitem')
      .filter({ hasText: 'The gate knows of it' })
      .getByText('Beta Logistics + team')
      .first()
      .waitFor()
    await post.getByRole('button', { name: 'Send', exact: true }).waitFor()
  })

  it('a task is set for one company, and for nobody by itself', async () => {
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}/tasks`)
    await paula.getByRole('button', { name: 'New task' }).first().click()
    await paula.getByRole('textbox', { name: 'What is to be done' }).fill('Pallets back to Beta')
    await paula.getByRole('button', { name: 'Set the task' }).click()
    await paula.getByText('Choose first for whom it is.').waitFor()
    // The focus stands on the choice already.
    await paula.keyboard.press('Space')
    await paula.getByRole('combobox', { name: 'Choose who' }).click()
    await paula.getByRole('option', { name: 'Beta Logistics (2)' }).click()
    await paula.getByRole('combobox', { name: 'Responsible' }).click()
    await paula.getByRole('option', { name: 'Lena Hoffmann' }).waitFor()
    // Those offered before stand there until the new answer comes.
    await until(
      async () => (await paula.getByRole('option', { name: /Piotr|Marta/ }).count()) === 0,
      'only whom it is for',
    )
    await paula.getByRole('option', { name: 'Lena Hoffmann' }).click()
    await paula.getByText('is responsible, so it is for Beta Logistics and the team.').waitFor()
    expect(await axe(paula)).toBe('')
    await paula.getByRole('button', { name: 'Set for Beta Logistics + team' }).click()
    await paula.getByRole('dialog').getByText('Pallets back to Beta').first().waitFor()
    const { items } = await (await scene.portal.as('piotr')).tasks.list({ limit: 100 })
    expect(items.map(({ title }) => title)).not.toContain('Pallets back to Beta')
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}`)
  })

  it('PPL-3: without a group a task is for one person, and whoever is from outside is chosen and marked too', async () => {
    await paula.goto(`${scene.portal.url}/tasks`)
    await paula.getByRole('button', { name: 'New task' }).first().click()
    await paula.getByRole('textbox', { name: 'What is to be done' }).fill('Sign for the pallets')
    await paula.getByRole('combobox', { name: 'Responsible' }).fill('lena')
    await paula.getByRole('option', { name: 'Lena Hoffmann' }).click()
    await paula.getByText('Beta Logistics (1) will read this').waitFor()
    expect(await paula.getByRole('combobox', { name: 'Responsible' }).getAttribute('aria-description')).toBe(
      'External · Beta Logistics',
    )
    await paula.getByRole('button', { name: /^Set / }).click()
    await paula.getByRole('dialog').getByText('Sign for the pallets').first().waitFor()
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}`)
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

  it('somebody new of Beta comes, and both ask who can see what is for everyone: neither learns of the other', async () => {
    const id = scene.portal.group('carriers')
    const paula = await scene.portal.as('paula')
    await paula.groups.change({ id, history: 'joining' })
    await paula.invitations.add({ id, email: newcomer.email, name: newcomer.name, company: 'Beta Logistics' })
    const { id: taskId } = await paula.tasks.create({
      groupId: id,
      title: 'Papers for ramp two',
      responsibleId: scene.portal.person('lena'),
    })
    await (await scene.portal.as('lena')).tasks.complete({ id: taskId })
    await scene.portal.settled()
    await openWhoCanSee(lena, 'Actions', 'Who can see this')
    await lena.getByRole('dialog').getByText('Тимур Садыков').waitFor()
    await openWhoCanSee(piotr, 'Czynności', 'Kto to widzi')
    await piotr.getByRole('dialog').getByText('Marta Lis').waitFor()
    expect(await text(piotr)).not.toMatch(/Beta|Lena|Hoffmann|Садыков|Nadia/)
    await noteWhatEachReads()
  })

  it('the settings say with numbers what keeping everybody apart changes, before it is done', async () => {
    await paula.goto(`${scene.portal.url}/groups/${scene.portal.group('carriers')}/settings`)
    await paula.getByRole('radio', { name: 'Each person for themselves' }).check()
    await paula.getByRole('button', { name: 'Change this' }).click()
    const asked = paula.getByRole('dialog')
    await asked.getByText('5 people from outside of 2 companies').waitFor()
    expect(await axe(paula)).toBe('')
    await asked.getByRole('button', { name: 'Change this' }).click()
    await paula.getByText('Now: Each person for themselves').waitFor()
    const members = await (
      await scene.portal.as('lena')
    ).groups.members({ id: scene.portal.group('carriers'), limit: 100 })
    expect(members.items.map(({ person }) => person.name)).not.toContain('Тимур Садыков')
  })

  it('and nothing of the one was ever in the traffic or in a letter of the other', async () => {
    await scene.portal.settled()
    await noteWhatEachReads()
    for (const [who, other, address] of [
      ['lena', 'piotr', 'lena@beta-logistics.example'],
      ['piotr', 'lena', 'piotr@gamma-freight.example'],
    ] as const) {
      const heard = traffic.get(who)
      await heard?.read()
      const marks = marksOnlyOf(read[other], read[who])
      expect(marks.length).toBeGreaterThan(20)
      expect(heard?.heard.filter(({ where }) => where.includes('/rpc/')).length).toBeGreaterThan(10)
      expect(heard?.heard.some(({ where }) => where.startsWith('from ws'))).toBe(true)
      expect(heard?.lost).toEqual([])
      expect(
        marksIn([...(heard?.heard ?? []), ...(await lettersTo(scene.portal.folder, address)).map(asHeard)], marks),
      ).toEqual([])
    }
  })
})

type Competitor = 'lena' | 'piotr'

const newcomer = { name: 'Nadia Brandt', email: 'nadia@beta-logistics.example' }

/** Opens the panel on a post that is for everyone. */
async function openWhoCanSee(page: TestPage, actions: string, entry: string): Promise<void> {
  await page
    .getByRole('article')
    .filter({ hasText: 'Good morning' })
    .getByRole('button', { name: actions })
    .first()
    .click()
  await page.getByRole('menuitem', { name: entry }).click()
}
