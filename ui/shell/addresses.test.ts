import { describe, expect, it } from 'vitest'
import { addressInWords, linkedId } from './addresses.ts'

const origin = 'https://portal.example'
const id = '0190a000-0000-7000-8000-000000000000'

describe('addresses of things of this portal', () => {
  it('are known by their beginning or without it, with whatever comes after the id', () => {
    for (const href of [
      `/posts/${id}`,
      `${origin}/tasks/${id}`,
      `${origin}/groups/${id}/tasks?a=b`,
      `${origin}/posts/${id}?comment=1#a`,
      `${origin}/posts/${id.toUpperCase()}.`,
    ])
      expect(linkedId(href, origin), href).toBe(id)
  })

  it('are not those of other portals, other pages, or something longer', () => {
    for (const href of [
      `https://elsewhere.example/posts/${id}`,
      `//elsewhere.example/posts/${id}`,
      `http://portal.example/posts/${id}`,
      `${origin}/posts`,
      `${origin}/posts/${id}0`,
      `${origin}/api/v1/posts/${id}`,
      `mailto:${id}@portal.example`,
      'https://',
    ])
      expect(linkedId(href, origin), href).toBeNull()
  })

  it('are found in words, and not within other words', () => {
    const found = (text: string) => [...text.matchAll(addressInWords)].map(([one]) => one)
    expect(found(`See /posts/${id}, (/tasks/${id}?a=b) and https://a.example/b.`)).toEqual([
      `/posts/${id}`,
      `/tasks/${id}?a=b)`,
      'https://a.example/b.',
    ])
    expect(found(`and/posts/${id} /people/${id} /posts/${id}`)).toEqual([`/posts/${id}`])
  })
})
