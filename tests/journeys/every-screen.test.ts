import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { insiders, look, openGallery, outsider, type Gallery } from './onlookers.ts'
import { faultsOf } from './screens.ts'

const height = 900
let gallery: Gallery

beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** What axe and the eye find at a desk; then the window is drawn as narrow as a phone, and back. */
const everyFault = async (page: TestPage) => {
  const found = [await axe(page), ...(await faultsOf(page, [360, 390]))]
  await page.setViewportSize({ width: 1440, height })
  return found.filter(Boolean)
}

describe('every page stands on its feet at a desk, by daylight', () => {
  it.each([...insiders, outsider])('for %s', async (...onlooker) => {
    const page = await gallery.signedIn(onlooker[0], '/tasks')
    expect(await look(page, gallery.portal.url, gallery.pathsFor(onlooker), everyFault)).toEqual([])
  })

  it('for somebody who is not signed in', async () => {
    const page = await gallery.browser.newPage()
    expect(await look(page, gallery.portal.url, [...gallery.open, gallery.invited], everyFault)).toEqual([])
  })
})
