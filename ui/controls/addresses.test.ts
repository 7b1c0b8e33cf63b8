import { describe, expect, it } from 'vitest'
import { looksWrong, takeAddresses, withAddresses } from './addresses.ts'

describe('addresses as they are typed and pasted', () => {
  it.each([
    ['a@x.example, b@x.example;c@x.example', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['a@x.example\nb@x.example\r\n\tc@x.example ', ['a@x.example', 'b@x.example', 'c@x.example']],
    ['Kim Lee <kim@acme.example>, "Haddad, Omar" <omar@acme.example>', ['kim@acme.example', 'omar@acme.example']],
    ['  ', []],
    ['+48 601 234 567, a@x.example\n8 (912) 345-67-89', ['+48 601 234 567', 'a@x.example', '8 (912) 345-67-89']],
  ])('%j is taken apart', (text, addresses) => expect(takeAddresses(text)).toEqual(addresses))

  it('each stands once, whatever its case', () => {
    expect(withAddresses(['a@x.example'], ['A@x.example', 'b@x.example', 'B@X.example'])).toEqual([
      'a@x.example',
      'b@x.example',
    ])
  })

  it.each(['kim', '12 34', '+48 601 kim', 'kim@acme', 'kim@@acme.example', '@acme.example', 'kim@acme.'])(
    '%s looks wrong',
    (email) => expect(looksWrong(email)).toBe(true),
  )
  it.each(['kim@acme.example', '+48 601 234 567', '(601) 234-567', 'a+b@sub.acme.example', 'иван@пример.рф'])(
    '%s looks right',
    (email) => expect(looksWrong(email)).toBe(false),
  )
})
