import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axe, type TestPage } from '#tests/browser.ts'
import { insiders, look, openGallery, outsider, type Gallery } from './onlookers.ts'
import { allScreens, faultsOf } from './screens.ts'

const height = 900
const { inside, open } = await allScreens()
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

describe.each([...insiders, outsider])('at a desk, by daylight, every page stands on its feet for %s', (key, sees) => {
  let page: TestPage
  beforeAll(async () => {
    page = await gallery.signedIn(key, '/tasks')
  })

  it.each(inside.filter(sees))('$path', async ({ path }) => {
    expect(await look(page, gallery.addressOf(path), everyFault)).toEqual([])
  })
})

describe('and for somebody who is not signed in', () => {
  let page: TestPage
  beforeAll(async () => {
    page = await gallery.browser.newPage()
  })

  it.each(open)('$path', async ({ path }) => {
    expect(await look(page, gallery.addressOf(path), everyFault)).toEqual([])
  })

  it('the page behind the letter that invites', async () => {
    expect(await look(page, gallery.invited, everyFault)).toEqual([])
  })
})
