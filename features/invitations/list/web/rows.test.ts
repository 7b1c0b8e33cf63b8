import { describe, expect, it } from 'vitest'
import { decode, readList } from './rows.ts'

const today = '2026-11-28'
const read = (text: string) => readList(text, today)
const emails = (text: string) => read(text).map(({ email }) => email)

describe('INV-2: many addresses, pasted or from a file', () => {
  it('stand between commas, semicolons and lines, with names as mail programs copy them', () => {
    expect(emails('a@x.example, b@x.example;c@x.example\nd@x.example e@x.example')).toEqual([
      'a@x.example',
      'b@x.example',
      'c@x.example',
      'd@x.example',
      'e@x.example',
    ])
    expect(read('"Lee, Kim" <kim@acme.example>; Omar Haddad <omar@acme.example>')).toMatchObject([
      { email: 'kim@acme.example', name: 'Lee, Kim', fault: null },
      { email: 'omar@acme.example', name: 'Omar Haddad', fault: null },
    ])
    expect(read('')).toEqual([])
  })

  it.each([
    ['E-mail,Name,Company,Position,Language,Until\nkim@acme.example,Kim Lee,"Acme, Inc.",Buyer,Polish,2027-05-03'],
    [
      'Электронная почта;ФИО;Компания;Должность;Язык;Доступ до\nkim@acme.example;Kim Lee;Acme, Inc.;Buyer;польский;03.05.2027',
    ],
    [
      'Adres e-mail\tImię\tNazwisko\tFirma\tStanowisko\tJęzyk\tDostęp do\nkim@acme.example\tKim\tLee\tAcme, Inc.\tBuyer\tpolski\t3/5/2027',
    ],
  ])('a table is read by its headings, in each language', (text) => {
    expect(read(text)).toEqual([
      {
        line: 1,
        email: 'kim@acme.example',
        name: 'Kim Lee',
        company: 'Acme, Inc.',
        position: 'Buyer',
        language: 'pl',
        until: '2027-05-03',
        fault: null,
      },
    ])
  })

  it('each row says what is wrong with it', () => {
    const rows = [
      'ok@x.example,,',
      'nobody,,',
      'OK@x.example,,',
      'a@x.example,Klingon,',
      'b@x.example,,31.02.2027',
      'c@x.example,,01.01.2020',
    ]
    expect(read(['email,language,until', ...rows].join('\n')).map(({ fault }) => fault)).toEqual([
      null,
      'NOT_AN_ADDRESS',
      'TWICE',
      'LANGUAGE_UNKNOWN',
      'NO_DAY',
      'DAY_PASSED',
    ])
  })

  it('files are read as UTF-8, else as Windows writes Cyrillic or Polish', () => {
    expect(decode(new TextEncoder().encode('\uFEFFПочта').buffer, 'en')).toBe('Почта')
    expect(decode(new Uint8Array([0xcf, 0xee, 0xf7, 0xf2, 0xe0]).buffer, 'ru')).toBe('Почта')
    expect(decode(new Uint8Array([0x49, 0x6d, 0x69, 0xea]).buffer, 'pl')).toBe('Imię')
  })
})
