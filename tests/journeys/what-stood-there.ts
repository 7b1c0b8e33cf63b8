import { afterEach } from 'vitest'
import { openPages } from '#tests/browser.ts'

const most = 8000

// A story that failed on another machine cannot be looked at: it says what stood on each of its pages, as a screen reader would find it.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const page of openPages) {
    const found = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String)
    console.error(`${task.name}: ${page.url()}\n${found.slice(0, most)}`)
  }
})
