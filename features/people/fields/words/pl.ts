import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the portal's own fields, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Pola profilu',
  text: 'O co profil pyta poza nazwiskiem, stanowiskiem i telefonem. Te pola każdy wypełnia we własnym profilu.',
  none: 'Nie ma jeszcze własnych pól',
  noneText: 'Dodaj to, co trzeba wiedzieć o ludziach: przepustkę, zmianę, portfolio.',
  add: 'Dodaj pole',
  acts: ({ name }) => `Działania: ${name}`,
  edit: 'Edytuj',
  remove: 'Usuń',
  removeTitle: ({ name }) => `Usunąć „${name}”?`,
  removeText: 'Razem z polem zniknie wszystko, co w nim wpisano. Tego nie da się cofnąć.',
  name: { en: 'Nazwa po angielsku', ru: 'Nazwa po rosyjsku', pl: 'Nazwa po polsku' },
  kindLabel: 'Co się wpisuje',
  kind: { text: 'Tekst', date: 'Data', choice: 'Jedno z listy', link: 'Odnośnik' },
  choices: 'Możliwości, po jednej w wierszu',
  askedOfLabel: 'Kogo pytać',
  askedOf: { everyone: 'Wszystkich', employees: 'Pracowników', externals: 'Osoby z zewnątrz' },
  shown: 'Widzą to także osoby z zewnątrz',
  shownHint: 'W przeciwnym razie wpis widzą tylko pracownicy i sama osoba.',
  shownMark: 'Widoczne dla osób z zewnątrz',
  cancel: 'Anuluj',
  save: 'Zapisz',
  own: {
    title: 'Więcej o Tobie',
    saved: 'Zapisano.',
    seenByAll: 'Widzą to także osoby z zewnątrz w Twoich grupach.',
  },
  rules: {
    'Name the field in one language at least.': 'Nazwij pole przynajmniej w jednym języku.',
    'Give at least two choices.': 'Podaj co najmniej dwie możliwości.',
    'Choose one of the list.': 'Wybierz jedno z listy.',
    'Give a day as 2026-11-22.': 'Podaj dzień.',
    'Give an address that begins with https://.': 'Podaj adres, który zaczyna się od https://.',
  },
}
