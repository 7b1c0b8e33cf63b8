import { plural, type Words } from '#ui/words/catalogue.ts'
import type { firstInEnglish, returnsInEnglish } from './first-en.ts'

/** What is said of groups in which whoever becomes external is the first from outside, in Polish. */
export const firstInPolish: Words<typeof firstInEnglish, 'pl'> = {
  title: plural({
    one: 'W {n} grupie będzie to pierwsza osoba z zewnątrz',
    few: 'W {n} grupach będzie to pierwsza osoba z zewnątrz',
    many: 'W {n} grupach będzie to pierwsza osoba z zewnątrz',
  }),
  past: 'Co z tego, co tam napisano, zobaczy ta osoba i wszyscy, którzy przyjdą z zewnątrz później',
  now: 'To, co zostanie napisane od teraz',
  nowText: 'To, co już tam jest, zostaje u tych, którzy tu pracują.',
  everything: 'Wszystko',
  everythingText: ({ what }) => `Otworzy się też to, co było: ${what}.`,
  posts: plural({ one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów' }),
  comments: plural({ one: '{n} komentarz', few: '{n} komentarze', many: '{n} komentarzy' }),
  tasks: plural({ one: '{n} zadanie', few: '{n} zadania', many: '{n} zadań' }),
}

/** What undoing gives back, in Polish. */
export const returnsInPolish: Words<typeof returnsInEnglish, 'pl'> = {
  title: 'Co wróci',
  department: ({ department }) => `Miejsce w dziale „${department}”`,
  manager: ({ manager }) => `Przełożony: ${manager}`,
  reports: plural({
    one: 'Rola przełożonego {n} osoby',
    few: 'Rola przełożonego {n} osób',
    many: 'Rola przełożonego {n} osób',
  }),
  administrator: 'Uprawnienia administratora systemu',
  tasks: plural({ one: '{n} otwarte zadanie', few: '{n} otwarte zadania', many: '{n} otwartych zadań' }),
  groups: plural({ one: 'Własność {n} grupy', few: 'Własność {n} grup', many: 'Własność {n} grup' }),
  leads: ({ department }) => `Kierowanie działem „${department}”`,
}
