import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of letters that come back, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Listy przychodzące',
  how: (p) =>
    `Odpowiedź na list z portalu staje się komentarzem. Odpowiedzi przychodzą na ${p.address}. Tu są te z ostatnich 30 dni, które komentarzem się nie stały; ich treści nie przechowujemy.`,
  emptyTitle: 'Wszystkie odpowiedzi przyjęto',
  empty: 'Gdy list nie będzie mógł stać się komentarzem, pojawi się tutaj wraz z powodem.',
  offTitle: 'Listy nie przychodzą',
  off: 'Odpowiada się teraz tylko w portalu. Aby można było odpowiadać listem, administrator serwera ustawia MAIL_IN.',
  nobody: 'Bez nadawcy',
  more: 'Pokaż więcej',
  reasons: {
    machine: 'Napisał go program: autoodpowiedź, zwrot, lista dyskusyjna',
    sender: 'Wysłano z adresu, który nie należy do osoby odpowiadającej',
    ended: 'List, na który odpowiedziano, już nie działa',
    unreadable: 'Nie dało się go odczytać: jest uszkodzony albo ma zbyt wiele części',
    empty: 'Nie było w nim nic nowego, tylko cytat',
    tooLong: 'Dłuższy, niż może być komentarz',
    tooMany: 'Zbyt wiele odpowiedzi jednej osoby w ciągu godziny',
    noRight: 'Autor nie może już tam pisać',
    secondFactor: 'Autor musi najpierw ustawić drugi składnik logowania',
    failed: 'Nie przyjęto z powodu błędu; więcej mówi dziennik serwera',
  },
  files: plural({
    one: '(Do listu dołączono {n} plik, którego nie przeniesiono: {names})',
    few: '(Do listu dołączono {n} pliki, których nie przeniesiono: {names})',
    many: '(Do listu dołączono {n} plików, których nie przeniesiono: {names})',
  }),
  why: {
    empty: 'Nie ma w niej nic poza listem, na który odpowiadasz. Pisz nad cytatem.',
    tooLong: 'Jest dłuższa, niż może być komentarz.',
    noRight: 'Nie możesz już tam pisać albo nie ma już tego, na co odpowiadasz.',
    secondFactor:
      'Portal wymaga drugiego składnika logowania. Ustaw go w Ustawienia → Bezpieczeństwo i odpowiedz jeszcze raz.',
  },
  letter: {
    subject: 'Twoja odpowiedź nie została dodana',
    greeting: (p) => `Dzień dobry, ${p.name}!`,
    notTaken: 'Na list z portalu przyszła od Ciebie odpowiedź, ale nie udało się dodać jej jako komentarza.',
    instead: 'Nikt jej nie przeczytał. Możesz napisać to samo w portalu.',
    open: 'Otwórz portal',
    link: 'Jeśli przycisk nie działa, otwórz ten adres:',
    because: (p) => `Ten list przychodzi najwyżej raz dziennie, po odpowiedzi na list z portalu ${p.portal}.`,
  },
}
