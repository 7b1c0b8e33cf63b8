import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of what posts invite to, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  event: 'Wydarzenie',
  form: {
    title: 'Co to jest',
    place: 'Gdzie',
    starts: 'Początek',
    ends: 'Koniec',
    allDay: 'Cały dzień',
    firstDay: 'Pierwszy dzień',
    lastDay: 'Ostatni dzień',
    remove: 'Usuń wydarzenie',
    zone: (p) => `W Twojej strefie czasowej: ${p.zone}`,
    missingTitle: 'Napisz, na co zapraszasz.',
    missingTime: 'Podaj początek i koniec.',
    backwards: 'Koniec musi być po początku.',
    notHere: 'Wydarzenie jest dla osób, które tu pracują: pomiń osoby z zewnątrz, wyślij je zespołowi albo usuń.',
  },
  allDay: 'Cały dzień',
  place: 'Miejsce',
  inZone: (p) => `${p.when} (${p.zone})`,
  yourAnswer: 'Przyjdziesz?',
  answer: { yes: 'Tak', maybe: 'Może', no: 'Nie' },
  count: {
    yes: plural({ one: 'przyjdzie {n}', few: 'przyjdą {n}', many: 'przyjdzie {n}' }),
    maybe: plural({ one: 'może: {n}', few: 'może: {n}', many: 'może: {n}' }),
    no: plural({ one: 'nie przyjdzie {n}', few: 'nie przyjdą {n}', many: 'nie przyjdzie {n}' }),
  },
  who: 'Kto przyjdzie',
  nobodyAnswered: 'Nikt jeszcze nie odpowiedział',
  nobody: 'Nikt',
  begun: 'Już się zaczęło',
  over: 'Już po wszystkim',
  toCalendar: 'Dodaj do kalendarza',
  rules: {
    EVENT_HAS_BEGUN: 'Już się zaczęło: odpowiedzi zostają, jakie były.',
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
  },
}
