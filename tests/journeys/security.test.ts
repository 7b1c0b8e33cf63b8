import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessions } from '#access/sign-in-tables.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import { appCode } from '#tests/app-code.ts'
import { axe, type TestPage } from '#tests/browser.ts'
import { samplePassword } from '#tests/template.ts'
import { addressOf } from '#tests/visitor.ts'
import { letterTo, openScene, type Scene } from './scene.ts'

/** Gives the browser of a page a passkey device of its own, which knows its owner. */
async function withPasskeys(page: TestPage): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const options = {
    protocol: 'ctap2' as const,
    transport: 'internal' as const,
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  }
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options })
}

describe('somebody looks after the security of their account', () => {
  let scene: Scene
  let gita: TestPage
  let secret: string
  beforeAll(async () => {
    scene = await openScene()
    gita = await scene.signedIn('gita', '/settings/security')
    await withPasskeys(gita)
  })
  afterAll(() => scene.close())

  /** A page that hears the live line already: one whose line is refused, because its session ended while it called, is another story. */
  const listening = async (...as: Parameters<Scene['signedIn']>): Promise<TestPage> => {
    const page = await scene.signedIn(...as)
    await page.live
    return page
  }
  const longAgo = (key: PersonKey) =>
    scene.portal.keep((tx) =>
      tx
        .update(sessions)
        .set({ provedAt: sql`now() - interval '1 hour'` })
        .where(eq(sessions.userId, scene.portal.person(key))),
    )
  const signOut = async (page: TestPage) => {
    await page.getByRole('button', { name: /Gita Rao/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  }
  /** Sets codes up on a page that offers it, and answers their secret. */
  const setUp = async (page: TestPage): Promise<string> => {
    await page.getByRole('img', { name: 'QR code for the authenticator app' }).waitFor()
    const shown = await page.getByLabel('Or type this secret into the app').inputValue()
    expect(shown).toMatch(/^[A-Z2-7]{4}( [A-Z2-7]{4}){7}$/)
    expect(await axe(page)).toBe('')
    await page.getByLabel('First code from the app').fill('000000')
    await page.getByRole('button', { name: 'Turn on' }).last().click()
    await page.getByText('This code does not fit').waitFor()
    await page.getByLabel('First code from the app').fill(appCode(shown))
    await page.getByRole('button', { name: 'Turn on' }).last().click()
    await page.getByText('Your recovery codes').first().waitFor()
    expect(await page.locator('ol code').allInnerTexts()).toHaveLength(10)
    expect(await axe(page)).toBe('')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as text' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('Recovery codes for Orlanta.txt')
    await page.getByRole('button', { name: 'I have kept them' }).click()
    return shown
  }

  it('turns on codes from an app, and is asked for one from then on', async () => {
    await longAgo('gita')
    await gita.getByRole('button', { name: 'Turn on' }).click()
    const question = gita.getByRole('dialog', { name: 'Is it you?' })
    await question.getByLabel('Password', { exact: true }).fill(samplePassword)
    await question.getByRole('button', { name: 'Go on' }).click()
    secret = await setUp(gita)
    await gita.getByText('10 recovery codes left').waitFor()

    await signOut(gita)
    await gita.getByLabel('E-mail').fill('gita@orlanta.example')
    await gita.getByLabel('Password', { exact: true }).fill(samplePassword)
    await gita.getByRole('button', { name: 'Sign in', exact: true }).click()
    await gita.getByRole('heading', { name: 'One more step' }).waitFor()
    expect(await axe(gita)).toBe('')
    await gita.getByLabel('Code', { exact: true }).fill(appCode(secret, Date.now() + 30_000))
    await gita.getByRole('button', { name: 'Sign in', exact: true }).click()
    await gita.getByRole('button', { name: /Gita Rao/ }).waitFor()
  })

  it('adds a passkey, and comes in with it alone', async () => {
    await gita.goto(`${scene.portal.url}/settings/security`)
    await gita.getByLabel('Name of the passkey').fill('My laptop')
    await gita.getByRole('button', { name: 'Add a passkey' }).click()
    await gita.getByText('My laptop').waitFor()
    const { text } = await letterTo(scene.portal.folder, await addressOf(scene.portal, 'gita'), /passkey was added/)
    expect(text).toContain('The passkey “My laptop” was added')
    await gita.getByRole('button', { name: 'Rename the passkey “My laptop”' }).click()
    await gita.getByRole('dialog').getByLabel('Name of the passkey').fill('My computer')
    await gita.getByRole('button', { name: 'Save' }).click()
    await gita.getByText('My computer').waitFor()
    expect(await axe(gita)).toBe('')
    await signOut(gita)
    await gita.getByRole('button', { name: 'Use a passkey' }).click()
    await gita.getByRole('button', { name: /Gita Rao/ }).waitFor()
  })

  it('shows anew that it is her before a dangerous act, which then goes on with what she typed', async () => {
    await gita.goto(`${scene.portal.url}/settings/tokens`)
    await longAgo('gita')
    await gita.getByLabel('What it is for').fill('Night report')
    await gita.getByRole('button', { name: 'Make a token' }).click()
    const question = gita.getByRole('dialog', { name: 'Is it you?' })
    await question.waitFor()
    expect(await axe(gita)).toBe('')
    await gita.keyboard.press('Escape')
    await gita.getByText('Show that it is you, then try again.').waitFor()
    await gita.getByRole('button', { name: 'Make a token' }).click()
    await question.getByRole('button', { name: 'Use a passkey' }).click()
    await gita.getByText('Copy the token now').waitFor()
    await gita.getByRole('button', { name: 'I have kept it' }).click()
    await gita.getByText('Night report').waitFor()
  })

  it('changes her address with the letter to the new one', async () => {
    await gita.goto(`${scene.portal.url}/settings/security`)
    await gita.getByLabel('New address').fill('gita.rao@elsewhere.example')
    await gita.getByRole('button', { name: 'Send the letter' }).click()
    await gita.getByText('A letter is on its way to gita.rao@elsewhere.example').waitFor()
    const { links } = await letterTo(scene.portal.folder, 'gita.rao@elsewhere.example')
    const elsewhere = await scene.browser.newPage({ width: 390 })
    await elsewhere.goto(links.find((link) => link.includes('/sign-in/email/')) ?? '')
    await elsewhere.getByRole('heading', { name: 'Confirm your new address' }).waitFor()
    expect(await axe(elsewhere)).toBe('')
    await elsewhere.getByRole('button', { name: 'Confirm' }).click()
    await elsewhere.getByText('From now on you sign in with gita.rao@elsewhere.example').waitFor()
    await elsewhere.reload()
    await elsewhere.getByRole('button', { name: 'Confirm' }).click()
    await elsewhere.getByText('This link does not work any more').waitFor()
    expect(await addressOf(scene.portal, 'gita')).toBe('gita.rao@elsewhere.example')
    await letterTo(scene.portal.folder, 'gita@orlanta.example', /has changed/)
  })

  it('when the portal asks people from outside for a second factor, theirs is the only page until they have one', async () => {
    const kim = await listening('kim', '/groups')
    await kim.getByText('Acme headquarters, Dublin').first().waitFor()
    const anna = await scene.signedIn('anna', '/settings/portal-security')
    await anna.getByRole('switch', { name: 'People from outside need a second factor' }).click()
    await kim.getByRole('heading', { name: 'Set up a second factor' }).waitFor()
    expect(await kim.locator('body').innerText()).not.toContain('Acme headquarters')
    expect(await axe(anna)).toBe('')
    expect(await axe(kim)).toBe('')
    await anna.getByRole('switch', { name: 'Employees need a second factor' }).click()
    await anna.getByText('Set up your own second factor first').waitFor()
    await kim.getByRole('button', { name: 'Codes from an app' }).click()
    await setUp(kim)
    await kim.getByText('Acme headquarters, Dublin').first().waitFor()
  })

  it('sees where one is signed in, and signs another browser out with its open page', async () => {
    const elsewhere = await listening('sean', '/groups', { width: 390 })
    await elsewhere.getByRole('heading', { level: 1 }).waitFor()
    const here = await scene.signedIn('sean', '/settings/security')
    await here.getByText('This browser').waitFor()
    expect(await here.getByText(/from (127\.0\.0\.1|[0:]+1)/).count()).toBe(2)
    await here.getByRole('button', { name: /^Sign out: / }).click()
    await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
