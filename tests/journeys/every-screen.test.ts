import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from '#app/sample/cast.ts'
import { axe, type Screen, type TestPage } from '#tests/browser.ts'
import { letterTo, openScene, type Scene } from './scene.ts'
import { allScreens, drawn, englishNotIn, faultsOf, textsOf, type ScreenPath } from './screens.ts'

const desk: Screen = { width: 1440 }
const phone: Screen = { width: 390, dark: true }
const narrow = [360, 390]

let scene: Scene
let inside: ScreenPath[]
let open: ScreenPath[]
let invited: string

beforeAll(async () => {
  scene = await openScene()
  const { portal } = scene
  ;({ inside, open } = await allScreens(portal))
  const liam = await portal.as('liam')
  await liam.invitations.invite({ id: portal.group('acme'), emails: ['new@acme.example'] })
  const letter = await letterTo(portal.folder, 'new@acme.example')
  invited = new URL(letter.links[0] ?? '').pathname
})
afterAll(() => scene.close())

/** Who looks at what: nobody looks at what another has looked at already, unless their kind sees it differently. */
const onlookers: [PersonKey, (screen: ScreenPath) => boolean][] = [
  ['anna', ({ openTo }) => openTo === 'administrators'],
  ['liam', ({ openTo }) => openTo !== 'administrators'],
]
const outsider: (typeof onlookers)[number] = [
  'kim',
  ({ path, openTo }) => (openTo === 'everyone' || openTo === 'lobby') && !path.startsWith('/nowhere'),
]

/** Looks at pages one after another, and says of each what is wrong with it. */
async function look(page: TestPage, paths: readonly string[], faults: (page: TestPage) => Promise<string[]>) {
  const found: string[] = []
  for (const path of paths) {
    await page.goto(scene.portal.url + path)
    await drawn(page)
    const wrong = [...(await faults(page)), ...page.problems.splice(0)]
    found.push(...wrong.map((fault) => `${path}: ${fault}`))
  }
  return found
}

const everyFault = (widths: readonly number[]) => async (page: TestPage) =>
  [...(await faultsOf(page, widths)), await axe(page)].filter(Boolean)

describe('every page stands on its feet', () => {
  it.each([...onlookers, outsider])('at a desk, by daylight, for %s', async (key, sees) => {
    const page = await scene.signedIn(key, '/tasks', desk)
    expect(
      await look(
        page,
        inside.filter(sees).map(({ path }) => path),
        everyFault([]),
      ),
    ).toEqual([])
  })

  it.each(onlookers)('on a phone, in the dark, for %s', async (key, sees) => {
    const page = await scene.signedIn(key, '/tasks', phone)
    expect(
      await look(
        page,
        inside.filter(sees).map(({ path }) => path),
        everyFault(narrow),
      ),
    ).toEqual([])
  })

  it.each([desk, phone])('for somebody who is not signed in: %o', async (screen) => {
    const page = await scene.browser.newPage(screen)
    const paths = [...open.map(({ path }) => path), invited]
    expect(await look(page, paths, everyFault(screen === phone ? narrow : []))).toEqual([])
  })
})

describe('nothing is left in English', () => {
  afterAll(() => scene.portal.keep((tx) => tx.execute(sql`update people set language = 'en'`)))

  it.each(['ru', 'pl'] as const)('on any page in %s, and it is no wider than a phone', async (language) => {
    await scene.portal.keep((tx) => tx.execute(sql`update people set language = ${language}`))
    const english = englishNotIn(language)
    expect(english.size).toBeGreaterThan(200)
    const leftOvers = async (page: TestPage) => [
      ...new Set((await textsOf(page)).filter((text) => english.has(text)).map((text) => `"${text}"`)),
      ...(await faultsOf(page, narrow)),
    ]
    for (const [key, sees] of onlookers) {
      const page = await scene.signedIn(key, '/tasks', { width: 390, language })
      expect(
        await look(
          page,
          inside.filter(sees).map(({ path }) => path),
          leftOvers,
        ),
      ).toEqual([])
    }
    // The page behind an invitation speaks as its letter did, so it is not among these.
    const stranger = await scene.browser.newPage({ width: 390, language })
    expect(
      await look(
        stranger,
        open.map(({ path }) => path),
        leftOvers,
      ),
    ).toEqual([])
  })
})
