import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseAddress } from '#platform/mail/addresses.ts'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'
import { samplePassword } from '#tests/template.ts'
import { portal as portalTable, sampling } from './tables.ts'

describe('who sees and changes the portal itself', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
    const to = parseAddress('kim@acme.example')
    if (!to) throw new Error('kim has no address')
    const html = '<!doctype html><p style="color:red">Hello</p><script>alert(1)</script>'
    await portal.platform.mail.send({ to, subject: 'A letter', letter: { html, text: 'Hello' } })
  })
  afterAll(() => portal.close())

  const others = ['gita', 'liam', 'kim', 'noel'] as const
  const missing = { code: 'NOT_FOUND' }

  it('an administrator changes name, colour and language, and everybody sees it', async () => {
    const anna = await portal.as('anna')
    expect(await anna.portal.changeSettings({ brandColour: '#aa3355' })).toMatchObject({
      name: 'Orlanta',
      brandColour: '#aa3355',
    })
    await anna.portal.changeSettings({ name: 'Orlanta works', language: 'pl' })
    expect((await (await portal.as('kim')).account.me()).portal).toEqual({
      name: 'Orlanta works',
      brandColour: '#aa3355',
    })
    await expect(anna.portal.changeSettings({ brandColour: 'red' })).rejects.toMatchObject({ status: 400 })
  })

  it('for others there are no settings, no mail and no sample company', async () => {
    for (const key of others) {
      const { portal: asked } = await portal.as(key)
      for (const work of [
        () => asked.settings(),
        () => asked.changeSettings({ name: 'Mine' }),
        () => asked.sample(),
        () => asked.mail({}),
        () => asked.letter({ id: 'made-up' }),
        () => asked.letterPage({ id: 'made-up' }),
      ])
        await expect(work()).rejects.toMatchObject(missing)
    }
  })

  it('the rules hold below the procedures: one portal, changed by administrators only', async () => {
    for (const key of others) {
      const changed = await portal.under(key, (tx) => tx.update(portalTable).set({ name: 'Mine' }).returning())
      expect(changed).toEqual([])
      await expect(portal.under(key, (tx) => tx.insert(portalTable).values({ id: 1, name: 'Mine' }))).rejects.toThrow(
        'Failed query',
      )
      expect(await portal.under(key, (tx) => tx.select().from(sampling))).toEqual([])
    }
  })

  it('an administrator reads the kept letters, each as a page that can do nothing', async () => {
    const anna = await portal.as('anna')
    const { items, delivery } = await anna.portal.mail({})
    expect(delivery).toBe('kept')
    const kept = items.find((letter) => letter.subject === 'A letter')
    expect(kept).toMatchObject({ to: 'kim@acme.example' })
    expect((await anna.portal.letter({ id: kept?.id ?? '' })).text).toContain('Hello')
    await expect(anna.portal.letter({ id: '../../set-up-code' })).rejects.toMatchObject(missing)

    const signed = await fetch(`${portal.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'anna@orlanta.example', password: samplePassword }),
    })
    const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const page = await fetch(`${portal.url}/api/v1/portal/mail/${kept?.id}/page`, { headers: { cookie } })
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox/)
    expect(page.headers.get('content-security-policy')).not.toMatch(/script/)
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).toContain('<p style="color:red">Hello</p>')
  })

  it('where a mail server takes the letters, none are kept to be read', async () => {
    const sending = await openTestPortal({ SMTP_URL: 'smtp://127.0.0.1:9' })
    const anna = await sending.as('anna')
    expect(await anna.portal.mail({})).toMatchObject({ items: [], delivery: 'sent' })
    await expect(anna.portal.letter({ id: 'made-up' })).rejects.toMatchObject(missing)
    await sending.close()
  })
})
