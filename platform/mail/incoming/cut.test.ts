import { expect, test } from 'vitest'
import { ownWords } from './cut.ts'

const mine = 'Да, подойдёт.\n\nВ 12:30 у входа.'
/** What each program puts below an answer. */
const below: [string, string][] = [
  ['Gmail', 'On Mon, Nov 23, 2026 at 10:00 AM Anna Berg <anna@orlanta.example> wrote:\n\n> Old\n>> older'],
  [
    'Gmail, broken',
    'On Mon, Nov 23, 2026 at 10:00 AM Anna Berg via Orlanta portal <\nanna@orlanta.example> wrote:\n\n> Old',
  ],
  ['Gmail in Russian', 'пн, 23 нояб. 2026 г. в 10:00, Anna Berg <anna@orlanta.example>:\n\n> Old'],
  ['Gmail in Polish', 'pon., 23 lis 2026 o 10:00 Anna Berg <anna@orlanta.example> napisał(a):\n\n> Old'],
  ['Apple Mail', '> On 23 Nov 2026, at 10:00, Anna Berg <anna@orlanta.example> wrote:\n> \n> Old'],
  ['Apple Mail in Russian', '23 нояб. 2026 г., в 10:00, Anna Berg <anna@orlanta.example> написал(а):\n\nOld'],
  [
    'Apple Mail in Polish',
    'Wiadomość napisana przez Anna Berg <anna@orlanta.example> w dniu 23 lis 2026, o godz. 10:00:\n\nOld',
  ],
  ['Thunderbird', 'On 11/23/26 10:00, Anna Berg wrote:\n> Old'],
  ['Thunderbird in Russian', '23.11.2026 10:00, Anna Berg пишет:\n> Old'],
  ['Thunderbird in Polish', 'W dniu 23.11.2026 o 10:00, Anna Berg pisze:\n> Old'],
  ['Yandex', '23.11.2026, 10:00, "Anna Berg" <anna@orlanta.example>:\n\nOld'],
  ['Mail.ru', 'Понедельник, 23 ноября 2026, 10:00 +03:00 от Anna Berg <anna@orlanta.example>:\n \nOld'],
  [
    'Outlook',
    '________________________________\nFrom: Anna Berg <anna@orlanta.example>\nSent: Monday, November 23, 2026 10:00\nTo: Kim Lee\nSubject: Sign\n\nOld',
  ],
  [
    'Outlook in Russian',
    'От: Anna Berg <anna@orlanta.example>\nОтправлено: 23 ноября 2026 г. 10:00\nКому: Kim Lee\nТема: Sign\n\nOld',
  ],
  [
    'Outlook in Polish',
    '*Od:* Anna Berg <anna@orlanta.example>\n*Wysłane:* poniedziałek, 23 listopada 2026 10:00\n*Do:* Kim Lee\n*Temat:* Sign\n\nOld',
  ],
  ['Outlook, old', '-----Original Message-----\nFrom: Anna\n\nOld'],
  ['Outlook, old, in Russian', '-----Исходное сообщение-----\nOld'],
  ['Outlook, old, in Polish', '-----Oryginalna wiadomość-----\nOld'],
  ['a signature', '-- \nKim Lee\nAcme'],
  ['an iPhone', 'Sent from my iPhone\n\nOn 23 Nov 2026, at 10:00, Anna Berg <anna@orlanta.example> wrote:\n\n> Old'],
  ['an iPhone in Russian', 'Отправлено с iPhone\n\n> 23 нояб. 2026 г., в 10:00, Anna <a@b.example> написал(а):\n> Old'],
  ['an iPhone in Polish', 'Wysłane z iPhone’a\n\n> Old'],
  [
    'Outlook on a phone',
    'Get Outlook for iOS<https://aka.ms/o>\n________________________________\nFrom: Anna\nSent: Monday\nTo: Kim\nSubject: x\n\nOld',
  ],
]

test.each(below)('what %s puts below an answer is cut', (_program, quoted) => {
  expect(ownWords(`${mine}\n\n${quoted}\n`)).toBe(mine)
  expect(ownWords(`${mine}\r\n\r\n${quoted.replaceAll('\n', '\r\n')}`)).toBe(mine)
  expect(ownWords(quoted)).toBe('')
})

test('words between and below what is quoted stay', () => {
  expect(ownWords('On 23/11/2026 10:00, Anna wrote:\n> When?\nAt noon.\n\n> Where?\n\nHere.\n-- \nKim')).toBe(
    'At noon.\n\nHere.',
  )
})

test.each([
  'He wrote:\n“no”, and from: to: what?',
  'From: here on we walk.',
  'I said it on 23.11.2026: no.',
  'Two -- or three -- things\n---\nand a line',
  'По плану на 2026 он пишет: да',
])('somebody’s own words are left: %j', (text) => {
  expect(ownWords(text)).toBe(text)
})

test('what nobody sees, and what no text may hold, is taken out', () => {
  expect(ownWords('a\u0000b\u202ec\u200b\u0007\u00a0d\n\n\n\n\ne')).toBe('abc d\n\ne')
})

test('a text made to be slow is not', () => {
  const begun = performance.now()
  for (const piece of ['On 2026 ', '> ', '<a@b ', '-', 'From: x\n', 'a\n', '_', 'Użytkownik '])
    ownWords(piece.repeat(400_000 / piece.length))
  expect(performance.now() - begun).toBeLessThan(4000)
})
