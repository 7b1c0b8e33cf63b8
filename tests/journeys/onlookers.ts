import { sql } from 'drizzle-orm'
import { people } from '#access/tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import type { TestPage } from '#tests/browser.ts'
import { letterTo, openScene, type Scene } from './scene.ts'
import { addressOf, drawn, type ScreenPath } from './screens.ts'

/** Who looks at which pages: nobody at what another has looked at already, unless their kind sees it differently. */
export type Onlooker = [PersonKey, (screen: ScreenPath) => boolean]

/** Those who together see every page as the company sees it. */
export const insiders: Onlooker[] = [
  ['anna', ({ openTo }) => openTo === 'administrators'],
  ['liam', ({ openTo }) => openTo !== 'administrators'],
]

/** Somebody from outside, at what is open to them. */
export const outsider: Onlooker = [
  'kim',
  ({ path, openTo }) => (openTo === 'everyone' || openTo === 'lobby') && !path.startsWith('/nowhere'),
]

/** A scene in which every page shows something. */
export interface Gallery extends Scene {
  /** Where a page is, from its path as the router spells it. */
  addressOf: (path: string) => string
  /** The page behind the letter of somebody who is invited. It speaks as the letter did. */
  invited: string
}

/** Opens the sample company with somebody invited. */
export async function openGallery(): Promise<Gallery> {
  const scene = await openScene()
  const { portal } = scene
  // Names are not letters alone.
  await portal.keep((tx) => tx.update(people).set({ name: sql`${people.name} || '-O''Neil'` }))
  const liam = await portal.as('liam')
  await liam.invitations.invite({ id: portal.group('acme'), emails: ['new@acme.example'] })
  const letter = await letterTo(portal.folder, 'new@acme.example')
  return {
    ...scene,
    addressOf: await addressOf(portal),
    invited: portal.url + new URL(letter.links[0] ?? '').pathname,
  }
}

/** Looks at a page, and says what is wrong with it. */
export async function look(
  page: TestPage,
  address: string,
  faults: (page: TestPage) => Promise<string[]>,
): Promise<string[]> {
  await page.goto(address)
  await drawn(page)
  return [...(await faults(page)), ...page.problems.splice(0)]
}
