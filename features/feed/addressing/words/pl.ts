import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** Whom a post is addressed to, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  to: 'Do',
  everyone: 'Wszyscy, którzy tu pracują',
  below: (p) => `${p.name} i niżej`,
  team: (p) => `${p.name}, tylko zespół`,
  formerDepartment: 'Dawny dział',
  more: plural({ one: 'i jeszcze {n}', few: 'i jeszcze {n}', many: 'i jeszcze {n}' }),
  choose: 'Grupy, działy, osoby',
  chooseOutside: 'Grupy i osoby',
  chooseMore: 'Dodaj innych',
  groups: 'Grupy',
  departments: 'Działy',
  people: 'Osoby',
  nobody: 'Nikogo ani niczego takiego',
  first: 'Najpierw wskaż, do kogo.',
  remove: (p) => `Usuń: ${p.name}`,
  apart: (p) => `W grupie „${p.name}” osoby z zewnątrz nie widzą się nawzajem. Napisz tam osobno albo do jej zespołu.`,
  toTeam: 'Tylko do zespołu',
  write: 'Napisz wpis',
  writeTo: (p) => `Napisz wpis do: ${p.name}`,
  strangers: 'Nie widzą się nawzajem:',
  lost: {
    named: 'Nie można już napisać do:',
    others: plural({
      one: '{n} z adresatów nie jest już dla ciebie dostępny.',
      few: '{n} z adresatów nie są już dla ciebie dostępni.',
      many: '{n} z adresatów nie jest już dla ciebie dostępnych.',
    }),
  },
  rules: {
    DO_NOT_SEE_EACH_OTHER: 'Niektóre ze wskazanych osób z zewnątrz nie widzą się nawzajem. Napisz do nich osobno.',
    APART_IN_A_MIX:
      'W jednej z tych grup osoby z zewnątrz nie widzą się nawzajem. Napisz tam osobno albo do jej zespołu.',
    GROUP_BY_ITSELF: 'Do jednej z tych grup można napisać tylko osobno.',
    NOT_ALL_SEE_THE_FEED: 'W jednej z tych grup nie wszyscy widzą wpisy. Napisz tam osobno albo ją pomiń.',
    PINNED_IN_GROUPS: 'Wpis przypina się w aktualnościach jego grupy, a ten nie stoi w żadnej.',
  },
}
