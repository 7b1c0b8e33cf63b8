import type { PersonKey } from '#app/sample/cast.ts'
import { sample } from '#app/sample/sample.ts'
import type { Screen, TestBrowser, TestPage } from '#tests/browser.ts'
import { samplePassword } from '#tests/template.ts'

/** A page on which somebody of the sample company is signed in. */
export async function signedIn(
  browser: TestBrowser,
  url: string,
  key: PersonKey,
  path: string,
  screen: Screen = {},
): Promise<TestPage> {
  const person = sample.people.find((one) => one.key === key)
  const page = await browser.newPage({ language: 'en', ...screen })
  const answer = await page.request.post(`${url}/api/v1/session`, {
    data: { email: person?.email, password: samplePassword },
  })
  if (!answer.ok()) throw new Error(`${key} cannot sign in: ${answer.status()} ${await answer.text()}`)
  await page.goto(`${url}${path}`)
  return page
}
