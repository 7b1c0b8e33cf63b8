import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseAddress } from './addresses.ts'

test.each([
  ['anna@example.com', 'anna@example.com'],
  ['Anna.Kowalska+portal@Example.COM', 'Anna.Kowalska+portal@example.com'],
  ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
  ['ivan@пример.рф', 'ivan@xn--e1afmkfd.xn--p1ai'],
  ['ivan@Пример.РФ', 'ivan@xn--e1afmkfd.xn--p1ai'],
  ['a@łódź.example.pl', 'a@xn--d-uga0v4h.example.pl'],
  ['a@xn--e1afmkfd.xn--p1ai', 'a@xn--e1afmkfd.xn--p1ai'],
])('%s is read as %s', (written, text) => {
  expect(parseAddress(written)?.text).toBe(text)
})

test('addresses that differ in case only are the same person; a dot or a plus makes another', () => {
  const same = (text: string) => parseAddress(text)?.normalised
  expect(same('ANNA@EXAMPLE.COM')).toBe(same('anna@example.com'))
  expect(same('an.na@example.com')).not.toBe(same('anna@example.com'))
  expect(same('anna+x@example.com')).not.toBe(same('anna@example.com'))
})

test.each([
  ['no at', 'anna.example.com'],
  ['two at', 'anna@example.com@evil.com'],
  ['empty local part', '@example.com'],
  ['empty domain', 'anna@'],
  ['quoted local part', '"anna"@example.com'],
  ['quoted with an address inside', '"a@evil.com "@example.com'],
  ['comment', 'anna(x)@example.com'],
  ['comment in the domain', 'anna@(x)example.com'],
  ['display name', 'Anna <anna@example.com>'],
  ['angle brackets', '<anna@example.com>'],
  ['list', 'anna@example.com,eve@evil.com'],
  ['list with semicolon', 'anna@example.com;eve@evil.com'],
  ['group', 'all:anna@example.com;'],
  ['line break', 'anna@example.com\r\nBcc: eve@evil.com'],
  ['line break at the end', 'anna@example.com\n'],
  ['zero byte', 'anna\0@example.com'],
  ['tab', 'an\tna@example.com'],
  ['space around', ' anna@example.com'],
  ['space inside', 'anna @example.com'],
  ['percent route', 'anna%evil.com@example.com'],
  ['bang path', 'evil!anna@example.com'],
  ['pipe', '|sh@example.com'],
  ['leading dot', '.anna@example.com'],
  ['two dots', 'an..na@example.com'],
  ['dot before the at', 'anna.@example.com'],
  ['encoded word', '=?utf-8?q?anna=40evil.com=3e?=@example.com\u00a0'],
  ['letters outside ASCII in the local part', 'аnna@example.com'],
  ['full-width at', 'anna＠example.com'],
  ['full-width letters', 'anna@ｅxample.com'],
  ['full-width dot', 'anna@example．com'],
  ['ideographic dot', 'anna@example。com'],
  ['soft hyphen', 'anna@exam\u00adple.com'],
  ['zero-width joiner', 'anna@exam\u200dple.com'],
  ['right-to-left mark', 'anna@example\u202e.com'],
  ['variation selector', 'anna@example\ufe0f.com'],
  ['Kelvin sign', 'anna@\u212aelvin.com'],
  ['ligature', 'anna@oﬃce.com'],
  ['Cyrillic among Latin', 'anna@аcme.com'],
  ['the same in punycode', 'anna@xn--cme-5cd.com'],
  ['punycode of nothing', 'anna@xn--a.com'],
  ['no top level', 'anna@localhost'],
  ['a top level that nobody has', 'anna@Phone.INVALID'],
  ['address literal', 'anna@[127.0.0.1]'],
  ['IPv4 as a domain', 'anna@127.0.0.1'],
  ['hexadecimal IPv4', 'anna@0x7f.1'],
  ['port', 'anna@example.com:25'],
  ['path', 'anna@example.com/x'],
  ['underscore in the domain', 'anna@exa_mple.com'],
  ['label with a leading dash', 'anna@-example.com'],
  ['label with a trailing dash', 'anna@example-.com'],
  ['trailing dot', 'anna@example.com.'],
  ['two dots in the domain', 'anna@example..com'],
  ['long local part', `${'a'.repeat(65)}@example.com`],
  ['long label', `a@${'a'.repeat(64)}.com`],
  ['long address', `a@${'a.'.repeat(126)}com`],
])('%s is refused', (_, written) => {
  expect(parseAddress(written)).toBeUndefined()
})

test('whatever passes is one plain ASCII address that reads back as itself', () => {
  const strange = fc.string({ unit: fc.constantFrom(...Array.from('ab1.-@+"<>,;:()[]\\ \r\n\tжŁ．＠')), maxLength: 20 })
  fc.assert(
    fc.property(
      fc.oneof(
        fc.emailAddress(),
        strange,
        fc.tuple(strange, strange).map((two) => two.join('@')),
      ),
      (written) => {
        const address = parseAddress(written)
        if (!address) return
        expect(address.text).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/)
        expect(address.text).not.toMatch(/["<>,;:()[\]\\]/)
        expect(parseAddress(address.text)).toEqual(address)
      },
    ),
    { numRuns: 2000 },
  )
})
