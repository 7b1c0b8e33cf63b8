import { sql } from 'drizzle-orm'
import { vi } from 'vitest'
import type { OpenTo, WebSection } from '#ui/section.ts'
import { sourceFiles } from '#tests/tree.ts'
import type { TestPage } from '#tests/browser.ts'
import type { TestPortal } from '#tests/portal.ts'
import { readCatalogues } from '#tests/words/catalogues.ts'

/** One page of the portal, as the router spells it: `addressOf` says where it shows something. */
export interface ScreenPath {
  path: string
  openTo: OpenTo
}

/** Every page of every section, as the router draws them; a new page is among them without being told. */
export async function allScreens(): Promise<{ inside: ScreenPath[]; open: ScreenPath[] }> {
  // The screens are compiled for a browser, with types that the tests' own compilation has not: only what runs is taken.
  const { sections } = await vi.importActual<{ sections: readonly WebSection[] }>('#app/web/sections.ts')
  const tabs = sections.flatMap(({ groupTab }) => (groupTab?.path ? [groupTab.path] : []))
  const inside = sections.flatMap((section) => {
    const pages = [...(section.pages ?? []), ...(section.records ?? []), ...(section.settings ?? [])]
    return pages.flatMap(({ path, openTo = section.openTo }) =>
      path.includes('$tab') ? tabs.map((tab) => ({ path: path.replace('$tab', tab), openTo })) : [{ path, openTo }],
    )
  })
  const open = sections.flatMap(({ publicPages }) => (publicPages ?? []).map(({ path }) => path))
  return {
    inside: [{ path: '/settings', openTo: 'everyone' }, { path: '/nowhere', openTo: 'everyone' }, ...inside],
    open: open.map((path) => ({ path, openTo: 'everyone' })),
  }
}

const dead = 'x'.repeat(43)

/** Where a page shows something in this portal. */
export async function addressOf(portal: TestPortal): Promise<(path: string) => string> {
  const ids = await idsToShow(portal)
  return (path) => {
    const [, kind = ''] = path.split('/')
    const id = ids[kind]
    if (path.includes('$id') && !id) throw new Error(`Say in screens.ts which record shows ${path}.`)
    return portal.url + path.replace('$id', id ?? '').replace('$token', dead)
  }
}

/** Records that Liam, Anna of the administration aside, and Kim all see: by the first word of their address. */
async function idsToShow(portal: TestPortal): Promise<Record<string, string>> {
  const groups = portal.group('acme')
  const one = (query: ReturnType<typeof sql>) =>
    portal.under('kim', async (tx) => (await tx.execute<{ id: string }>(query)).rows[0]?.id ?? '')
  const here = sql`space_id = (select space_id from groups where id = ${groups})`
  return {
    groups,
    people: portal.person('kim'),
    'external-people': portal.person('kim'),
    companies: await one(sql`select company_id as id from people where id = access.me()`),
    posts: await one(sql`select id from posts where ${here} order by id limit 1`),
    tasks: await one(sql`select id from tasks where ${here} order by id limit 1`),
  }
}

/** Waits until the page has come: a heading, and no bones of a skeleton left. The page itself looks, at each frame it draws: asked from outside it is asked after 0.3 s and then after 0.8. */
export async function drawn(page: TestPage): Promise<void> {
  const came = await page.evaluate<boolean>(`new Promise((answer) => {
    setTimeout(() => answer(false), 10_000)
    const look = () =>
      document.querySelector('h1') && !document.querySelector('.mantine-Skeleton-root') ? answer(true) : requestAnimationFrame(look)
    look()
  })`)
  if (!came) throw new Error(`No heading came, or not what is below it, at ${page.url()}`)
}

/** Script files that a page may fetch: those of the shell, and one for each feature that it shows. Search is fetched later, while nobody waits, and a language is one file for all pages. */
const mostFiles = 12

/** What is wrong with the frame of a page: its heading, its title, its width, the number of its files. */
export async function faultsOf(page: TestPage, widths: readonly number[]): Promise<string[]> {
  const faults: string[] = []
  const headings = await page.locator('h1').count()
  if (headings !== 1) faults.push(`${headings} headings of the first level`)
  const title = await page.title()
  if (!/\S · Orlanta$/.test(title)) faults.push(`the tab is called "${title}"`)
  const files = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => /([^/]+)\\.js$/.exec(name)?.[1]).filter((name) => name && !/^(search|words)-/.test(name))`,
  )
  if (files.length === 0 || files.length > mostFiles) faults.push(`${files.length} script files: ${files.join(', ')}`)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 844 })
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) faults.push(`${wide} px wide on a screen of ${width}`)
  }
  return faults
}

/** The English texts that read otherwise in the language. */
export function englishNotIn(language: 'ru' | 'pl'): Set<string> {
  const plain = (source: string | undefined) => /^(['"])(.*)\1$/s.exec(source ?? '')?.[2]
  const said = readCatalogues(sourceFiles()).map(({ languages }) => ({
    en: languages.get('en') ?? new Map<string, string>(),
    own: languages.get(language) ?? new Map<string, string>(),
  }))
  const own = new Set(said.flatMap((words) => [...words.own.values()].map(plain)))
  const english = said.flatMap((words) => [...words.en.values()].map(plain))
  // A language is called by its own name where one chooses it.
  const left = (text?: string): text is string => text !== undefined && text.length > 2 && text !== 'English'
  return new Set(english.filter(left).filter((text) => !own.has(text)))
}

/** Every text that a page shows or says to a screen reader, piece by piece. */
export async function textsOf(page: TestPage): Promise<string[]> {
  return page.evaluate<string[]>(`[
    document.title.split(' · ')[0],
    ...[...document.querySelectorAll('body *')].flatMap((one) => [
      ...['aria-label', 'title', 'placeholder', 'alt'].map((name) => one.getAttribute(name) ?? ''),
      ...[...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent ?? ''),
    ]),
  ].map((text) => text.trim()).filter((text) => text !== '')`)
}
