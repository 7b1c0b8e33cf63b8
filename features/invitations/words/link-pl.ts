import { plural, type Words } from '#ui/words/catalogue.ts'
import type { linkInEnglish } from './link-en.ts'

/** The link of a room, in Polish. */
export const linkInPolish: Words<typeof linkInEnglish, 'pl'> = {
  way: 'Link',
  text: 'Kto ma link, podaje imię i adres lub numer komórkowy, dostaje list albo SMS i wchodzi przez niego. Liczy się to jak zaproszenie od osoby, która utworzyła link, i kończy, gdy nie może już ona tu zapraszać.',
  none: 'Nie ma jeszcze linku',
  make: 'Utwórz link',
  field: 'Link do grupy',
  until: (p) => `ważny do ${p.date}`,
  came: plural({
    one: 'przyszła nim {n} osoba',
    few: 'przyszły nim {n} osoby',
    many: 'przyszło nim {n} osób',
  }),
  by: (p) => `utworzony przez: ${p.name}`,
  access: (p) => `dostęp do ${p.date}`,
  purpose: (p) => `cel: ${p.purpose}`,
  lacking: {
    NO_PURPOSE:
      'Ten link donikąd nie prowadzi: zasady portalu wymagają teraz podania, w jakim celu wpuszcza się osoby, a on tego nie mówi. Podaj to poniżej i utwórz nowy link.',
    NO_LAST_DAY:
      'Ten link donikąd nie prowadzi: zasady portalu wymagają teraz ostatniego dnia, a on go nie ma. Podaj go poniżej i utwórz nowy link.',
    DAY_TOO_FAR:
      'Ten link donikąd nie prowadzi: jego ostatni dzień jest dalej, niż pozwalają teraz zasady portalu. Wybierz bliższy poniżej i utwórz nowy link.',
    DAY_PASSED: 'Ten link donikąd nie prowadzi: jego ostatni dzień minął. Wybierz inny poniżej i utwórz nowy link.',
  },
  lackingOther: 'donikąd nie prowadzi: mówi mniej, niż wymaga portal; nowy może utworzyć tylko jego autor',
  renew: 'Utwórz nowy link',
  renewHint: 'W obu przypadkach ten link i wysłane przez niego listy przestaną działać.',
  off: 'Wyłącz',
  offLink: (p) => `Wyłącz link: ${p.name}`,
  unreadable: 'Tego linku nie da się już pokazać. Działa; aby go skopiować, utwórz nowy.',
  others: 'Linki innych osób',
  all: 'Linki do grup',
  offInto: (p) => `Wyłącz link do grupy: ${p.group}`,
  offDone: (p) => `Link wyłączony: ${p.group}.`,
  somebody: 'ktoś inny',
  done: 'Gotowe',
  page: {
    title: (p) => `Wejdź do „${p.group}”`,
    text: 'Powiedz, kim jesteś. Dostaniesz list z przyciskiem, który cię wpuści: dzięki temu nikt nie wejdzie z cudzym adresem.',
    email: 'Twój adres e-mail',
    emailWrong: 'Podaj adres w postaci imie@firma.pl.',
    act: 'Wyślij mi list',
    sentTitle: 'Sprawdź pocztę',
    sentText: (p) =>
      `Jeśli adres jest prawidłowy, list do ${p.email} jest w drodze. Przycisk w nim cię wpuści; działa najwyżej trzy dni i tylko raz.`,
    again: 'Inny adres',
    overTitle: 'Ten link już nie działa',
    overText: 'Mógł zostać zastąpiony, wyłączony albo wygasł. Poproś o nowy osobę, od której go masz.',
  },
  letter: {
    subject: (p) => `Wejście do „${p.room}”`,
    asked: 'Dostajesz ten list, ponieważ ktoś podał ten adres na stronie linku do grupy.',
  },
}
