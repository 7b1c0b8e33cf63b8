import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe, openBrowser, type TestBrowser } from './browser.ts'

const good = `<main><h1>Tasks</h1><p>Привет, zażółć</p></main>`
const bad = `<div style="color: red">x</div><img src="/photo.png"><script>alert(1)</script>`

let server: Server
let browser: TestBrowser
let at: string

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-security-policy', `default-src 'self'; img-src 'self' data:`)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (request.url === '/good') return response.end(page(good))
    if (request.url === '/bad') return response.end(page(bad))
    if (request.url === '/hello')
      return response.end(page(`<main><h1>${request.headers['accept-language']}</h1></main>`))
    response.statusCode = 404
    return response.end('{}')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  server.close()
})

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>Loggia</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`

test('a good page has no problems and nothing for axe', async () => {
  const page = await browser.newPage()
  await page.goto(`${at}/good`)
  expect(page.problems).toEqual([])
  expect(await axe(page)).toBe('')
})

test('what the CSP refuses, what does not load and what axe finds is told', async () => {
  const page = await browser.newPage()
  await page.goto(`${at}/bad`)
  await page.waitForLoadState('networkidle')
  const problems = page.problems.splice(0).join('\n')
  expect(problems).toMatch(/inline style/)
  expect(problems).toMatch(/inline script/)
  expect(problems).toMatch(/404.*photo\.png/)
  expect(await axe(page)).toMatch(/image-alt/)
})

test('axe looks at what a page shows by now, and into frames', async () => {
  const picture = `<main><h1>A picture</h1><img src="data:,"></main>`
  const changing = await browser.newPage()
  await changing.setContent(page(good))
  expect(await axe(changing)).toBe('')
  await changing.setContent(page(picture))
  expect(await axe(changing)).toMatch(/image-alt/)
  const framing = await browser.newPage()
  await framing.setContent(page(`<main><iframe title="Framed" srcdoc='${page(picture)}'></iframe></main>`))
  expect(await axe(framing)).toMatch(/image-alt.*\n {2}iframe img/)
})

test('an exception is told; a refusal by the API is an answer', async () => {
  const page = await browser.newPage()
  await page.goto(`${at}/good`)
  await page.evaluate(() => fetch('/api/v1/me'))
  expect(page.problems).toEqual([])
  await page.evaluate(`setTimeout(() => Promise.reject(new Error('lost')))`)
  await expect.poll(() => page.problems.splice(0).join()).toMatch(/lost/)
})

test('closing tells the problems that no test has looked at', async () => {
  const other = await openBrowser()
  const page = await other.newPage()
  await page.goto(`${at}/bad`)
  await expect(other.close()).rejects.toThrow(/inline style/)
})

test('a page is opened on the screen that was asked for', async () => {
  const page = await browser.newPage({ width: 390, dark: true, language: 'pl' })
  await page.goto(`${at}/hello`)
  expect(await page.textContent('h1')).toMatch(/^pl-PL/)
  expect(page.viewportSize()?.width).toBe(390)
  expect(await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`)).toBe(true)
})
