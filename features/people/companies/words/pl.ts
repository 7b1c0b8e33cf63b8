import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'
import { sayingInPolish } from './saying-pl.ts'

/** The words of companies, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Firmy',
  company: 'Firma',
  text: 'Firmy, do których należą osoby z zewnątrz. Osoby z zewnątrz widzą tylko firmy tych, z którymi pracują.',
  search: 'Szukaj po nazwie',
  clear: 'Wyczyść wyszukiwanie',
  people: plural({ one: '{n} osoba', few: '{n} osoby', many: '{n} osób' }),
  nobodySeen: 'Nikogo nie spotykasz',
  peopleOf: 'Osoby',
  noPeople: 'W Twoich grupach nie ma nikogo z tej firmy.',
  none: 'Nie ma jeszcze firm',
  noneText: 'Firma pojawia się, gdy ktoś z niej zostanie zaproszony albo gdy dodasz ją tutaj.',
  nothingFound: 'Nie ma firmy o tej nazwie',
  nothingFoundText: 'Wpisz mniej liter nazwy.',
  add: 'Dodaj firmę',
  addNamed: ({ name }) => `Dodaj „${name}”`,
  added: ({ name }) => `${name}: jest na liście.`,
  name: 'Nazwa',
  acts: ({ name }) => `Działania: ${name}`,
  open: 'Otwórz firmę',
  rename: 'Zmień nazwę',
  renamed: ({ name }) => `Nowa nazwa: ${name}.`,
  merge: 'Połącz z inną',
  mergeTitle: ({ name }) => `Połączyć z inną firmą: ${name}`,
  mergeText: ({ name }) =>
    `Osoby z firmy ${name} będą należeć do wybranej firmy, a ta nazwa będzie prowadzić do niej. Nadal będą czytać to, co napisano do firmy ${name}; osoby, które już są w wybranej firmie, tego nie zobaczą. Tego nie da się cofnąć.`,
  mergeInto: 'Firma, która zostaje',
  mergeChoose: 'Wybierz firmę, która zostaje.',
  merged: ({ name }) => `${name}: połączono z inną firmą.`,
  choose: 'Wybierz lub wpisz firmę',
  noMatch: 'Nie ma takiej firmy',
  cancel: 'Anuluj',
  save: 'Zapisz',
  assign: {
    act: 'Zmień nazwisko, stanowisko, miejsce',
    title: ({ name }) => `Zmień dane: ${name}`,
    name: 'Imię i nazwisko',
    position: 'Stanowisko',
    company: 'Firma',
    hint: 'To, co napisano wcześniej, zostaje u tych, do których było skierowane.',
    saved: 'Zapisano.',
  },
  saying: sayingInPolish,
  rules: {
    COMPANY_IS_ASSIGNED: 'Firma jest już przypisana. Aby ją zmienić, zwróć się do osoby, która Cię zaprosiła.',
    OUTSIDERS_SAY_COMPANIES: 'Kto tu pracuje, nie należy do żadnej innej firmy.',
    SAYS_ANOTHER_COMPANY: 'Ta osoba podaje już inną firmę. Spójrz jeszcze raz.',
    COMPANY_NAME_TAKEN: 'Firma o tej nazwie już jest. Lepiej połącz obie.',
    'There is no such company. Choose one from the list, or add it.':
      'Nie ma takiej firmy. Wybierz ją z listy albo dodaj.',
    'Choose another company than this one.': 'Wybierz inną firmę niż ta.',
  },
}
