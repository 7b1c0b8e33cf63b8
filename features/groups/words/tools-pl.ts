import { plural, type Words } from '#ui/words/catalogue.ts'
import type { toolsInEnglish } from './tools-en.ts'

/** The same in Polish. */
export const toolsInPolish: Words<typeof toolsInEnglish, 'pl'> = {
  title: 'Narzędzia',
  text: 'Co członkowie znajdują w tej grupie. Wyłączone znika dla wszystkich, także dla właściciela; wszystko, co w nim jest, zostaje zachowane.',
  more: 'Więcej: kto widzi, dodaje i zmienia',
  ownerSets: 'Może to zmienić właściciel.',
  off: 'Dopóki jest wyłączone, nikt tego nie widzi. Wszystko, co w nim jest, zostaje zachowane.',
  viewers: 'Kto to widzi',
  who: {
    owner: 'Tylko właściciel',
    keepers: 'Właściciel i moderatorzy',
    team: 'Osoby, które tu pracują',
    members: 'Wszyscy członkowie',
  },
  askOff: (p) => `Wyłączyć „${p.tool}”?`,
  askOn: (p) => `Włączyć „${p.tool}”?`,
  askViewers: (p) => `Zmienić, kto widzi „${p.tool}”?`,
  act: { off: 'Wyłącz', on: 'Włącz', viewers: 'Zmień' },
  lose: (p) => `Przestaną to widzieć: ${p.who}.`,
  gain: (p) => `Zaczną to widzieć: ${p.who}.`,
  atOnce: 'Zamknie się dla nich od razu, na każdej otwartej stronie.',
  nobody: 'Nikt w grupie nie zobaczy ani więcej, ani mniej niż teraz.',
  colleagues: plural({ one: '{n} osoba z firmy', few: '{n} osoby z firmy', many: '{n} osób z firmy' }),
  stands: (p) => `Jest tam dla wszystkich, którzy to widzą: ${p.what}.`,
  forTeam: (p) => `Jest tam tylko dla osób, które tu pracują: ${p.what}.`,
  empty: 'Nic tam jeszcze nie ma.',
}
