import { plural, type Words } from '#ui/words/catalogue.ts'
import type { listInEnglish } from './list-en.ts'

/** Inviting many at once, in Polish. */
export const listInPolish: Words<typeof listInEnglish, 'pl'> = {
  way: 'Lista',
  field: 'Adresy',
  hint: 'Do 500, rozdzielone przecinkami, średnikami lub wierszami; albo tabela z nagłówkami: e-mail, imię, firma, stanowisko, język, dostęp do.',
  prompt: 'Kim Lee <kim@firma.pl>, omar@firma.pl',
  file: 'Wczytaj plik CSV',
  preview: 'Co zostanie wysłane',
  who: 'Kto',
  result: 'Wynik',
  fine: 'w porządku',
  good: plural({
    one: 'Można zaprosić {n} osobę',
    few: 'Można zaprosić {n} osoby',
    many: 'Można zaprosić {n} osób',
  }),
  leftOut: plural({
    one: '{n} wiersz zostanie pominięty',
    few: '{n} wiersze zostaną pominięte',
    many: '{n} wierszy zostanie pominiętych',
  }),
  sendGood: plural({
    one: 'Wyślij tylko {n} poprawny',
    few: 'Wyślij tylko {n} poprawne',
    many: 'Wyślij tylko {n} poprawnych',
  }),
  ofAll: 'To, co mówi sam wiersz, jest ważniejsze niż to, co podano tu dla wszystkich.',
  nobody: 'Wklej co najmniej jeden adres, który można zaprosić.',
  marked:
    'Niektórych wierszy nie można zaprosić; powód jest obok nich. Nic nie zostało wysłane. Pozostałe możesz wysłać.',
  tooMany: (p) => `Najwyżej ${p.n} naraz. Usuń część wierszy i wyślij je później.`,
  noCompany: 'osoby z zewnątrz nie podają firmy: usuń tę kolumnę',
}
