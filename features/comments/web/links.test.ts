import { describe, expect, it } from 'vitest'
import { partsOf } from './links.ts'

const links = (text: string) =>
  partsOf(text, 'https://portal.example').flatMap((part) => (part.link ? [part.text] : []))

describe('addresses in a text', () => {
  it('are found with what belongs to them, and without the sentence around them', () => {
    expect(links('See https://example.org/a?b=c#d.')).toEqual(['https://example.org/a?b=c#d'])
    expect(links('(https://example.org/a_(b)), then http://localhost:3000/x!')).toEqual([
      'https://example.org/a_(b)',
      'http://localhost:3000/x',
    ])
    expect(links('“https://example.org” и «https://пример.рф/да»')).toEqual([
      'https://example.org',
      'https://пример.рф/да',
    ])
  })

  it('of things of this portal are found without their beginning too', () => {
    const page = '/posts/0190a000-0000-7000-8000-000000000000'
    const [, part] = partsOf(`See ${page}?comment=1.`, 'https://portal.example')
    expect(part).toMatchObject({ text: `${page}?comment=1`, link: new URL(`https://portal.example${page}?comment=1`) })
  })

  it('are only those of pages', () => {
    expect(links('javascript:alert(1) data:text/html,x ftp://example.org mailto:a@b.example https://')).toEqual([])
  })

  it('leave the text as it was', () => {
    for (const text of ['', 'Plain', 'a https://b.example, c\n\nd https://e.example', 'https://b.example/']) {
      expect(
        partsOf(text, 'https://portal.example')
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })
})
