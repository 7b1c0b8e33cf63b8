import { randomUUID } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { router } from '#app/router.ts'
import { signIns } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { eq } from 'drizzle-orm'
import type { Client, TestPortal } from './portal.ts'
import { samplePassword } from './template.ts'

/** Somebody at a browser (or a program, with a token) whom nobody knows yet: the procedures in process, with a jar for cookies. */
export function visitor({ platform, sessions }: TestPortal, given: Record<string, string> = {}): Client {
  const headers = new Headers(given)
  const jar = new Map<string, string>()
  const setCookies = (set: string[]): void => {
    for (const cookie of set) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
  }
  const whoIs = () => sessions.whoIs(headers)
  return createRouterClient(router, {
    context: { platform, sessions, requestId: randomUUID(), headers, setCookies, whoIs },
  })
}

/** The address that one of the cast signs in with. */
export async function addressOf(portal: TestPortal, key: PersonKey): Promise<string> {
  const [row] = await portal.keep((tx) =>
    tx
      .select()
      .from(signIns)
      .where(eq(signIns.id, portal.person(key))),
  )
  return row?.email ?? ''
}

/** One of the cast at a browser of their own, signed in with their password. */
export async function atBrowser(
  portal: TestPortal,
  key: PersonKey,
  given: Record<string, string> = {},
): Promise<Client> {
  const browser = visitor(portal, given)
  await browser.account.signIn({ email: await addressOf(portal, key), password: samplePassword })
  return browser
}
