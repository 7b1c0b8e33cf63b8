import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'
import { firstInPolish, returnsInPolish } from './first-pl.ts'
import { rightsInPolish } from './rights-pl.ts'

/** The words of moving and dismissing people, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  rights: rightsInPolish,
  first: firstInPolish,
  returns: returnsInPolish,
  acts: {
    employee: 'Przenieś do pracowników',
    external: 'Zmień w osobę z zewnątrz',
    dismiss: 'Zwolnij',
    rehire: 'Przywróć',
  },
  title: {
    employee: ({ name }) => `Przenieść do pracowników: ${name}`,
    external: ({ name }) => `Zmienić w osobę z zewnątrz: ${name}`,
    dismiss: ({ name }) => `Zwolnić: ${name}`,
  },
  opens: 'Co się otworzy',
  closes: 'Co się zamknie',
  stays: 'Co zostanie',
  sees: {
    people: plural({ one: 'widok {n} osoby', few: 'widok {n} osób', many: 'widok {n} osób' }),
    groups: plural({ one: 'udział w {n} grupie', few: 'udział w {n} grupach', many: 'udział w {n} grupach' }),
    teams: plural({
      one: 'to, co czyta tylko zespół, w {n} grupie zewnętrznej',
      few: 'to, co czyta tylko zespół, w {n} grupach zewnętrznych',
      many: 'to, co czyta tylko zespół, w {n} grupach zewnętrznych',
    }),
    foundGroups: plural({
      one: '{n} grupa, którą mogą znaleźć pracownicy',
      few: '{n} grupy, które mogą znaleźć pracownicy',
      many: '{n} grup, które mogą znaleźć pracownicy',
    }),
    tasks: plural({
      one: 'dostęp do {n} otwartego zadania',
      few: 'dostęp do {n} otwartych zadań',
      many: 'dostęp do {n} otwartych zadań',
    }),
  },
  employee: {
    directory: 'Katalog pracowników, działy i nazwy wszystkich firm',
    company: ({ company }) => `Koniec przynależności do firmy ${company}`,
    said: 'To, co wcześniej napisano w grupach, zostaje tam, gdzie było napisane.',
  },
  external: {
    department: ({ department }) => `Miejsce w dziale „${department}”`,
    manager: ({ manager }) => `Przełożony: ${manager}`,
    reports: plural({
      one: 'Rola przełożonego {n} osoby',
      few: 'Rola przełożonego {n} osób',
      many: 'Rola przełożonego {n} osób',
    }),
    invitations: plural({
      one: '{n} wysłane zaproszenie zachowa ważność tylko, jeśli ta osoba może tam nadal zapraszać',
      few: '{n} wysłane zaproszenia zachowają ważność tylko tam, gdzie ta osoba może nadal zapraszać',
      many: '{n} wysłanych zaproszeń zachowa ważność tylko tam, gdzie ta osoba może nadal zapraszać',
    }),
    administrator: 'Uprawnienia administratora systemu',
    directory: 'Katalog pracowników, działy i lista firm',
    signedIn: 'Sesje trwają dalej, ale od razu widać w nich tylko to, co zostało.',
    undo: 'Można to cofnąć przez 30 dni.',
  },
  dismissal: {
    sessions: plural({
      one: 'Od razu kończy się {n} sesja',
      few: 'Od razu kończą się {n} sesje',
      many: 'Od razu kończy się {n} sesji',
    }),
    tokens: plural({
      one: 'Przestaje działać {n} token dostępu',
      few: 'Przestają działać {n} tokeny dostępu',
      many: 'Przestaje działać {n} tokenów dostępu',
    }),
    invitations: plural({
      one: 'Przestaje działać {n} wysłane zaproszenie',
      few: 'Przestają działać {n} wysłane zaproszenia',
      many: 'Przestaje działać {n} wysłanych zaproszeń',
    }),
    externals: plural({
      one: '{n} osoba z zewnątrz dostaje innego opiekuna',
      few: '{n} osoby z zewnątrz dostają innego opiekuna',
      many: '{n} osób z zewnątrz dostaje innego opiekuna',
    }),
    stays: 'Wszystko, co ta osoba napisała i zrobiła, zostaje, tak samo jej grupy: przywrócenie oddaje dostęp.',
    nothing: 'Nie ma otwartych sesji.',
  },
  heir: {
    label: 'Kto przejmuje sprawy',
    needs: ({ what }) => `Do przejęcia: ${what}.`,
    tasks: plural({ one: '{n} otwarte zadanie', few: '{n} otwarte zadania', many: '{n} otwartych zadań' }),
    groups: plural({ one: '{n} własna grupa', few: '{n} własne grupy', many: '{n} własnych grup' }),
    more: plural({ one: 'i jeszcze {n}', few: 'i jeszcze {n}', many: 'i jeszcze {n}' }),
    unseen: plural({
      one: '{n} poza Twoim wglądem',
      few: '{n} poza Twoim wglądem',
      many: '{n} poza Twoim wglądem',
    }),
    where:
      'Zadanie z grupy, w której nie ma następcy, trafia do właściciela tej grupy: przejęcie spraw nikogo nigdzie nie wpuszcza.',
    without: 'Bez następcy zadania zostają bez zmian, a właścicielem grup zostaje przełożony, a gdy go nie ma — Ty.',
    required: 'Wybierz, kto przejmuje sprawy.',
  },
  company: {
    label: 'Firma, do której będzie należeć ta osoba',
  },
  reason: {
    label: 'Powód',
    hint: 'Zapisany przy tym wpisie, widzą go tylko administratorzy.',
  },
  cancel: 'Anuluj',
  do: { employee: 'Przenieś do pracowników', external: 'Zmień w osobę z zewnątrz', dismiss: 'Zwolnij' },
  done: {
    employee: ({ name }) => `${name}: od teraz w gronie pracowników.`,
    external: ({ name }) => `${name}: od teraz osoba z zewnątrz.`,
    dismiss: ({ name }) => `${name}: dostęp zamknięty.`,
    rehire: ({ name }) => `${name}: można się znowu zalogować.`,
  },
  history: {
    title: 'Status',
    to: {
      employee: 'Przeniesienie do pracowników',
      external: 'Zmiana w osobę z zewnątrz',
      dismissed: 'Zwolnienie',
    },
    rehired: 'Przywrócenie',
    by: ({ name }) => `decyzja: ${name}`,
    heir: ({ name }) => `sprawy przejmuje: ${name}`,
    undone: 'cofnięte',
    undo: 'Cofnij',
    undoUntil: ({ day }) => `Można cofnąć do ${day}`,
    undoAsk: 'To, co od tego czasu postanowili inni, pozostaje bez zmian.',
  },
  rules: {
    LAST_ADMINISTRATOR_STAYS: 'To ostatni administrator systemu. Najpierw wyznacz innego.',
    NOBODY_DISMISSES_THEMSELVES: 'Nikt nie może zwolnić sam siebie. Poproś innego administratora systemu.',
    NOBODY_MOVES_THEMSELVES: 'Nikt nie może przenieść sam siebie. Poproś innego administratora systemu.',
    DISMISSED_STAY_AS_THEY_ARE: 'Ta osoba jest zwolniona. Najpierw ją przywróć.',
    EMPLOYEE_ALREADY: 'Ta osoba jest już pracownikiem.',
    EXTERNAL_ALREADY: 'To już osoba z zewnątrz.',
    LICENCE_FULL: 'Wszystkie miejsca licencji są zajęte. Zwolnij kogoś albo podnieś limit w Ustawienia → Licencja.',
    HEIR_NEEDED: 'Wybierz współpracownika, który przejmie grupy i zadania.',
    NOTHING_TO_UNDO: 'Nie ma tu nic do cofnięcia.',
    UNDO_TOO_LATE: 'Przeniesienie można cofnąć przez 30 dni. Teraz przenieś tę osobę jeszcze raz.',
  },
}
