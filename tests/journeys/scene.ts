import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { inject } from 'vitest'
import { buildIfStale } from '#app/build.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { openLog } from '#platform/log.ts'
import { listOutbox, readOutbox } from '#platform/mail/outbox.ts'
import { openBrowser, type Screen, type TestBrowser, type TestPage } from '#tests/browser.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { copyTemplate, openPortalOn } from '#tests/template.ts'
import { signedIn } from './signed-in.ts'

/** A browser beside a portal of the sample company, for one story. */
export interface Scene {
  portal: TestPortal
  browser: TestBrowser
  /** A page on which one of the cast is signed in, at an address of the portal. */
  signedIn: (key: PersonKey, path: string, screen?: Screen) => Promise<TestPage>
  close: () => Promise<void>
}

/** Opens the sample company and a browser. */
export async function openScene(): Promise<Scene> {
  await buildIfStale()
  const [portal, browser] = await Promise.all([openTestPortal(), openBrowser()])
  return {
    portal,
    browser,
    signedIn: (key, path, screen) => signedIn(browser, portal.url, key, path, screen),
    close: () => closeAll(browser, portal),
  }
}

/** Opens an empty portal, as at the very first start, and a browser. */
export async function openEmptyScene() {
  await buildIfStale()
  const { urls, drop } = await copyTemplate(
    inject('cluster').adminUrl,
    `new_${randomBytes(6).toString('hex')}`,
    'template1',
  )
  const [portal, browser] = await Promise.all([openPortalOn(urls, openLog('fatal')), openBrowser()])
  return {
    portal,
    browser,
    async close() {
      await closeAll(browser, portal)
      await drop()
    },
  }
}

/** The newest letter to an address, as soon as it is there, with the addresses it links to. */
export async function letterTo(
  folder: string,
  email: string,
  subject = /./,
): Promise<{ subject: string; text: string; links: string[] }> {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((later) => setTimeout(later, 100))) {
    const { items } = await listOutbox(join(folder, 'outbox'), { limit: 100 })
    const found = items.find((letter) => letter.to === email && subject.test(letter.subject))
    const letter = found && (await readOutbox(join(folder, 'outbox'), found.id))
    if (letter) return { subject: letter.subject, text: letter.text, links: letter.text.match(/https?:\/\/\S+/g) ?? [] }
  }
  throw new Error(`No letter to ${email} came.`)
}

async function closeAll(browser: TestBrowser, portal: { close: () => Promise<void> }): Promise<void> {
  // The browser says last what went wrong on its pages; the portal is closed in any case.
  try {
    await browser.close()
  } finally {
    await portal.close()
  }
}
