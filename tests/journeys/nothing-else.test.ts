import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'

/** Pages an external can type, whether or not the menu shows them. */
const pages = [
  '/',
  '/feed',
  '/tasks',
  '/groups',
  '/people',
  '/settings/profile',
  '/settings/security',
  '/settings/people',
  '/settings/portal',
  '/settings/mail',
  '/settings/letters-in',
  '/settings/invitations',
]

describe('the external looks everywhere and finds nothing else', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.close())

  it('no name, no count, no text of what is not theirs, on any page and in any answer', async () => {
    const { portal } = scene
    const hidden = await namesHiddenFromKim(scene)
    expect(hidden.length).toBeGreaterThan(30)
    const kim = await scene.signedIn('kim', '/')
    const answers: string[] = []
    kim.on('response', (response) => {
      if (!/\/(rpc|api)\//.test(response.url())) return
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      )
    })
    const ids = [portal.group('everyone'), portal.group('heron'), portal.group('carriers')].map((id) => `/groups/${id}`)
    const people = (['helena', 'lena', 'noel'] as const).map((key) => `/people/${portal.person(key)}`)
    for (const path of [...pages, ...ids, ...people]) {
      await kim.goto(`${portal.url}${path}`)
      await kim.getByRole('heading').first().waitFor()
      await kim.waitForLoadState('networkidle')
      const seen = await kim.locator('body').innerText()
      expect(
        hidden.filter((name) => seen.includes(name)),
        path,
      ).toEqual([])
    }
    await kim.keyboard.press('Control+K')
    await kim.getByRole('searchbox').or(kim.getByRole('textbox')).last().fill('heron')
    await kim.waitForLoadState('networkidle')
    expect(answers.length).toBeGreaterThan(20)
    expect(hidden.filter((name) => answers.some((answer) => answer.includes(name)))).toEqual([])
  })

  it('sees that a page of somebody else is the page of nothing', async () => {
    const { portal } = scene
    const kim = await scene.signedIn('kim', `/groups/${portal.group('heron')}`)
    const bodyAt = async (path: string) => {
      await kim.goto(`${portal.url}${path}`)
      await kim.getByRole('heading', { name: 'There is nothing here' }).waitFor()
      return kim.locator('main').innerText()
    }
    const missing = await bodyAt('/groups/00000000-0000-7000-8000-000000000000')
    expect(await bodyAt(`/groups/${portal.group('heron')}`)).toBe(missing)
    expect(await bodyAt(`/groups/${portal.group('carriers')}`)).toBe(missing)
  })
})

/** Names of groups, people and companies, titles of tasks and whole sentences that the rules keep from Kim. */
async function namesHiddenFromKim({ portal }: Scene): Promise<string[]> {
  const texts = sql`select name as text from groups union all select name from people union all select name from companies
    union all select title from tasks union all select split_part(text, '.', 1) from posts union all select split_part(text, '.', 1) from comments`
  const read = async (under: typeof portal.keep) =>
    under(async (tx) => (await tx.execute<{ text: string }>(texts)).rows.map((row) => row.text.trim()))
  const [all, hers] = [await read(portal.keep), await read((work) => portal.under('kim', work))]
  const seen = hers.join('\n')
  return [...new Set(all)].filter((text) => text.length > 5 && !seen.includes(text))
}
