import { expect, test } from 'vitest'
import { renderLetter, type Letter } from './letter.ts'

const evil = `<img src=x onerror="alert('1')">&`
const letter: Letter = {
  language: 'ru',
  brand: { name: 'Acme', colour: '#2f6fed' },
  preheader: 'Anna invites you',
  greeting: 'Anna invites you',
  paragraphs: ['Come in.'],
  person: { name: 'Anna Kowalska', detail: 'Project lead' },
  quote: 'First line\nsecond line',
  button: { label: 'Open', url: 'https://portal.example.com/join/abc?x=1&y=2', hint: 'Or copy this:' },
  afterButton: ['Until Sunday.'],
  footer: ['Not you? Ignore this.'],
}

test('every word is escaped, wherever it stands', () => {
  const { html } = renderLetter({
    ...letter,
    brand: { name: evil, colour: '#2f6fed' },
    preheader: evil,
    greeting: evil,
    paragraphs: [evil],
    person: { name: evil, detail: evil },
    quote: evil,
    button: { label: evil, url: 'https://portal.example.com', hint: evil },
    afterButton: [evil],
    footer: [evil],
  })
  expect(html).not.toContain('<img')
  expect(html).not.toContain('onerror="')
  expect(html.split('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;').length - 1).toBe(12)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'https://x"onclick="y',
  'https://x/ y',
  '/join/abc',
  'https://x/\r\ny',
])('the link %j is refused', (url) =>
  expect(() => renderLetter({ ...letter, button: { label: 'Open', url } })).toThrow(RangeError),
)

test('a colour is only a colour', () => {
  expect(() => renderLetter({ ...letter, brand: { name: 'Acme', colour: 'red;background:url(//x)' } })).toThrow(
    RangeError,
  )
})

test('nothing is loaded from outside, and the language is told', () => {
  const { html } = renderLetter(letter)
  expect(html).toContain('<html lang="ru"')
  expect(html).not.toMatch(/<(img|link|script|iframe)|url\(|@import|src=/)
  expect(html.match(/https?:\/\/[^"<]+/g)?.every((url) => url.startsWith('https://portal.example.com/join/abc'))).toBe(
    true,
  )
})

test('a face comes with the letter, and initials stand where it is not shown', () => {
  const photo = { name: 'face', type: 'image/jpeg' as const, content: Buffer.from('face') }
  const { html, pictures } = renderLetter({ ...letter, person: { name: `${evil} Kowalska`, photo } })
  expect(pictures).toEqual([photo])
  expect(html.match(/<img [^>]*>/g)).toHaveLength(1)
  expect(html).toMatch(/<img src="cid:face@letter" width="44" height="44" alt="[A-Z]{2}"/)
  expect(renderLetter(letter)).not.toHaveProperty('pictures')
})

test('the plain text says the same, line by line', () => {
  expect(renderLetter(letter).text).toBe(`Anna invites you

Come in.

Anna Kowalska, Project lead

> First line
> second line

Open:
https://portal.example.com/join/abc?x=1&y=2

Until Sunday.

--
Acme
Not you? Ignore this.
`)
})

test('what stands on the brand colour can be read', () => {
  const textOn = (colour: string) =>
    /bgcolor="#\w+".*?color:(#\w+)/s.exec(renderLetter({ ...letter, brand: { name: 'A', colour } }).html)?.[1]
  expect(textOn('#ffd43b')).toBe('#14161a')
  expect(textOn('#1c3f94')).toBe('#ffffff')
})

test('an external person is marked by more than initials', () => {
  const outside = renderLetter({ ...letter, person: { name: 'Ivan', detail: 'Alfa', external: true } }).html
  expect(outside).toContain('class="amber"')
  expect(renderLetter(letter).html).not.toContain('class="amber"')
})
