import axeCore, { type AxeResults } from 'axe-core'
import { chromium, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

/** Whose screen a page is opened on. */
export interface Screen {
  /** Pixels; 1440 is a desk, 390 a phone. */
  width?: number
  dark?: boolean
  language?: 'en' | 'ru' | 'pl'
}

/** A page that remembers what went wrong on it: errors in the console, exceptions, what the CSP refused, requests that failed. */
export type TestPage = Page & {
  /** One line each. A test that expects one reads it and empties the list: `page.problems.length = 0`. */
  readonly problems: string[]
  /** Comes when the first page it showed hears what happens: the portal has said so over its socket. */
  readonly live: Promise<void>
}

/** One running Chromium. */
export interface TestBrowser {
  /** Opens a page with cookies of its own, as if on another computer. */
  newPage: (screen?: Screen) => Promise<TestPage>
  /** Ends the browser, and throws with all problems that were left on its pages: put it into `afterAll`. */
  close: () => Promise<void>
}

/** All pages that are open, so that a story that fails can say what stood on them. */
export const openPages = new Set<TestPage>()

const locales = { en: 'en-GB', ru: 'ru-RU', pl: 'pl-PL' }

/** Starts a Chromium, the machine's own or the one from npm, as root or not. */
export async function openBrowser(): Promise<TestBrowser> {
  const { path, env } = await findChromium()
  // Chromium refuses to start as root with its sandbox, and containers seldom let anybody else have one.
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-gpu']
  const browser = await chromium.launch({ executablePath: path, env: { ...process.env, ...env }, headless: true, args })
  const pages: TestPage[] = []
  return {
    newPage: async ({ width = 1440, dark = false, language = 'en' } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        colorScheme: dark ? 'dark' : 'light',
        locale: locales[language],
        timezoneId: 'Europe/Warsaw',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(15_000)
      const page = withProblems(await context.newPage())
      pages.push(page)
      openPages.add(page)
      return page
    },
    close: async () => {
      for (const page of pages) openPages.delete(page)
      await browser.close()
      const problems = pages.flatMap((page) => page.problems)
      if (problems.length > 0) throw new Error(`Problems in the browser:\n${problems.join('\n')}`)
    },
  }
}

function withProblems(page: Page): TestPage {
  const problems: string[] = []
  const where = () => new URL(page.url(), 'http://x').pathname
  page.on('console', (said) => {
    const { url } = said.location()
    if (said.type() === 'error' && !isAnswer(said.text(), url)) problems.push(`${where()}: ${said.text()} (${url})`)
  })
  page.on('pageerror', (error) => problems.push(`${where()}: ${error.stack ?? error.message}`))
  page.on('crash', () => problems.push(`${where()}: the page crashed`))
  const live = new Promise<void>((hears) => {
    page.once('websocket', (socket) => void socket.once('framereceived', () => hears()))
  })
  return Object.assign(page, { problems, live })
}

/** A refusal by our own API is an answer that the page shows; Chromium writes it to the console all the same. */
const isAnswer = (text: string, url: string) =>
  /the server responded with a status of 4\d\d/.test(text) && /^\/(rpc|api)\//.test(new URL(url, 'http://x').pathname)

/** What axe finds on the page as it stands, one paragraph for each rule; '' when it finds nothing. `without` is a selector it leaves out. */
export async function axe(page: Page, without?: string): Promise<string> {
  await Promise.all(
    page.frames().map(async (frame) => {
      // Once for each window: to read its half a megabyte takes longer than to look.
      if (await frame.evaluate<boolean>('"axe" in window')) return
      // A frame may have no origin, and answers all the same.
      await frame.evaluate(`${axeCore.source};axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })`)
    }),
  )
  const context = without ? { exclude: [without] } : {}
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(${JSON.stringify({ include: ['html'], ...context })}, { resultTypes: ['violations'] })`,
  )
  return violations
    .map(({ id, impact, help, nodes }) => {
      const places = nodes.map(({ target, html, failureSummary }) => {
        const why = failureSummary?.split('\n').slice(1).join(';').trim()
        return `  ${target.join(' ')}\n    ${html.slice(0, 160)}\n    ${why}`
      })
      return `${id} (${impact}): ${help}\n${places.join('\n')}`
    })
    .join('\n\n')
}
