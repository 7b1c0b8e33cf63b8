import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of doing something to many people from outside at once, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  choose: ({ name }) => `Wybierz: ${name}`,
  chooseShown: 'Wybierz wszystkich na ekranie',
  chosenLabel: 'Wybrane osoby',
  chosen: plural({ one: 'Wybrano {n}', few: 'Wybrano {n}', many: 'Wybrano {n}' }),
  chooseAll: plural({
    one: 'Wybierz {n} pasującą',
    few: 'Wybierz wszystkie {n} pasujące',
    many: 'Wybierz wszystkie {n} pasujących',
  }),
  clear: 'Nie wybieraj nikogo',
  cancel: 'Anuluj',
  act: { extend: 'Przedłuż', sponsor: 'Zmień opiekuna', remove: 'Usuń z grupy', dismiss: 'Zamknij dostęp' },
  do: { extend: 'Przedłuż dostęp', sponsor: 'Zmień opiekuna', remove: 'Usuń z grupy', dismiss: 'Zamknij dostęp' },
  title: {
    extend: plural({
      one: 'Przedłuż dostęp {n} osobie',
      few: 'Przedłuż dostęp {n} osobom',
      many: 'Przedłuż dostęp {n} osobom',
    }),
    sponsor: plural({
      one: 'Inny opiekun dla {n} osoby',
      few: 'Inny opiekun dla {n} osób',
      many: 'Inny opiekun dla {n} osób',
    }),
    remove: plural({ one: 'Usuń {n} osobę z grupy', few: 'Usuń {n} osoby z grupy', many: 'Usuń {n} osób z grupy' }),
    dismiss: plural({
      one: 'Zamknij dostęp {n} osobie',
      few: 'Zamknij dostęp {n} osobom',
      many: 'Zamknij dostęp {n} osobom',
    }),
  },
  until: 'Ostatni dzień',
  onlyIn: 'Tylko w tej grupie',
  outOf: 'Grupa',
  outOfChoose: 'Wybierz grupę',
  sponsorLabel: 'Kto za nie odpowiada',
  happens: {
    extend: plural({
      one: '{n} osoba zostaje do {until}.',
      few: '{n} osoby zostają do {until}.',
      many: '{n} osób zostaje do {until}.',
    }),
    stays: plural({
      one: 'Dotyczy to {n} członkostwa z ostatnim dniem.',
      few: 'Dotyczy to {n} członkostw z ostatnim dniem.',
      many: 'Dotyczy to {n} członkostw z ostatnim dniem.',
    }),
    ended: plural({
      one: 'W {n} z nich dostęp już wygasł: zostanie przywrócony.',
      few: 'W {n} z nich dostęp już wygasł: zostanie przywrócony.',
      many: 'W {n} z nich dostęp już wygasł: zostanie przywrócony.',
    }),
    endless: plural({
      one: '{n} osoba nie ma ostatniego dnia i nic się dla niej nie zmienia.',
      few: '{n} osoby nie mają ostatniego dnia i nic się dla nich nie zmienia.',
      many: '{n} osób nie ma ostatniego dnia i nic się dla nich nie zmienia.',
    }),
    remove: plural({
      one: '{n} osoba od razu opuszcza grupę.',
      few: '{n} osoby od razu opuszczają grupę.',
      many: '{n} osób od razu opuszcza grupę.',
    }),
    removeStays: 'To, co napisały, zostaje. Inne grupy pozostają dla nich otwarte.',
    notThere: plural({
      one: '{n} osoby w niej nie ma.',
      few: '{n} osób w niej nie ma.',
      many: '{n} osób w niej nie ma.',
    }),
    dismiss: plural({
      one: 'Cały dostęp {n} osoby kończy się od razu.',
      few: 'Cały dostęp {n} osób kończy się od razu.',
      many: 'Cały dostęp {n} osób kończy się od razu.',
    }),
    sessions: plural({
      one: '{n} przeglądarka zostanie wylogowana.',
      few: '{n} przeglądarki zostaną wylogowane.',
      many: '{n} przeglądarek zostanie wylogowanych.',
    }),
    dismissStays: 'To, co zrobiły, zostaje, a każdą z nich można przyjąć ponownie.',
    sponsor: plural({
      one: '{n} osoba dostaje innego opiekuna.',
      few: '{n} osoby dostają innego opiekuna.',
      many: '{n} osób dostaje innego opiekuna.',
    }),
    letter: 'Nowy opiekun dowie się o tym z listu.',
    already: plural({
      one: 'Za {n} osobę odpowiada już teraz.',
      few: 'Za {n} osoby odpowiada już teraz.',
      many: 'Za {n} osób odpowiada już teraz.',
    }),
  },
  doing: {
    extend: ({ done, total }) => `Przedłużanie dostępu: ${done} z ${total}`,
    sponsor: ({ done, total }) => `Zmiana opiekuna: ${done} z ${total}`,
    remove: ({ done, total }) => `Usuwanie z grupy: ${done} z ${total}`,
    dismiss: ({ done, total }) => `Zamykanie dostępu: ${done} z ${total}`,
  },
  done: {
    extend: plural({
      one: 'Przedłużono dostęp {n} osobie.',
      few: 'Przedłużono dostęp {n} osobom.',
      many: 'Przedłużono dostęp {n} osobom.',
    }),
    sponsor: plural({
      one: '{n} osoba ma innego opiekuna.',
      few: '{n} osoby mają innego opiekuna.',
      many: '{n} osób ma innego opiekuna.',
    }),
    remove: plural({
      one: '{n} osoba nie jest już w grupie.',
      few: '{n} osoby nie są już w grupie.',
      many: '{n} osób nie jest już w grupie.',
    }),
    dismiss: plural({
      one: 'Dostęp {n} osoby jest zamknięty.',
      few: 'Dostęp {n} osób jest zamknięty.',
      many: 'Dostęp {n} osób jest zamknięty.',
    }),
  },
  failed: plural({
    one: 'Z {n} osobą się nie udało.',
    few: 'Z {n} osobami się nie udało.',
    many: 'Z {n} osobami się nie udało.',
  }),
  moreFailed: plural({ one: 'i jeszcze {n}', few: 'i jeszcze {n}', many: 'i jeszcze {n}' }),
  why: 'Dlaczego się nie udało',
  progress: 'Ile już zrobiono',
  hide: 'Ukryj',
  rules: {
    BROKEN: 'Coś poszło nie tak. Spróbuj z nimi jeszcze raz osobno.',
    NOT_THERE: 'Tych osób nie masz już pod opieką.',
    NOT_FOUND: 'Nie macie wspólnej grupy. Może to zrobić administrator.',
    NO_LAST_DAY: 'Nie podano ostatniego dnia, więc nic się nie kończy.',
    ASKER_GONE: 'Osoba, która to zaczęła, już tu nie pracuje.',
    ADMINISTRATORS_DISMISS: 'Dostęp zamykają tylko administratorzy. Możesz usunąć te osoby ze swoich grup.',
    OWNER_AND_MODERATORS_ONLY: 'Usuwać osoby mogą tylko właściciel i moderatorzy grupy.',
    OWNER_STAYS: 'Właściciela grupy nie można z niej usunąć.',
    RENEWED_BY_SPONSORS: 'Przedłużać mogą tylko opiekun, właściciel i moderatorzy grupy oraz administratorzy.',
    GROUP_ARCHIVED: 'Grupa jest w archiwum.',
    SPONSOR_DECIDES: 'Kto za nie odpowiada, mówią tylko ich opiekun i administratorzy.',
  },
}
