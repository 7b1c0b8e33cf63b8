import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the company's structure, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Struktura firmy',
  text: 'Kto pracuje w którym dziale i kto nim kieruje. Osoby z zewnątrz nie widzą niczego z tego.',
  directory: 'Wszyscy pracownicy',
  people: plural({ one: '{n} osoba', few: '{n} osoby', many: '{n} osób' }),
  below: plural({
    one: '{n} razem z działami poniżej',
    few: '{n} razem z działami poniżej',
    many: '{n} razem z działami poniżej',
  }),
  nobody: 'Jeszcze nikogo',
  head: 'Kieruje',
  noHead: 'Bez kierownika',
  show: plural({
    one: 'Pokaż {n} dział poniżej',
    few: 'Pokaż {n} działy poniżej',
    many: 'Pokaż {n} działów poniżej',
  }),
  hide: 'Ukryj działy poniżej',
  peopleOf: (p) => `${p.people}: ${p.name}`,
  none: 'Nie ma jeszcze działów',
  noneText: 'Działy mówią, kto gdzie pracuje: zawężają listę pracowników i pokazują, jak zbudowana jest firma.',
  noneToSee: 'Dodaje je tutaj administrator.',
  add: 'Dodaj dział',
  addBelow: 'Dodaj dział poniżej',
  edit: 'Edytuj',
  remove: 'Usuń',
  acts: (p) => `Działania: ${p.name}`,
  name: 'Nazwa',
  parent: 'Należy do',
  parentHint: 'Bez wyboru dział stoi na samej górze.',
  headHint: 'Kierownik nie musi pracować w samym dziale.',
  choose: 'Wybierz dział',
  noMatch: 'Nie ma działu o takiej nazwie',
  cancel: 'Anuluj',
  save: 'Zapisz',
  added: (p) => `${p.name}: dział dodany.`,
  saved: (p) => `${p.name}: dział zmieniony.`,
  removed: (p) => `${p.name}: dział usunięty.`,
  removeTitle: (p) => `Usunąć dział „${p.name}”?`,
  removeInto: (p) => `Jego pracownicy i działy poniżej przejdą do działu „${p.parent}”. Nikt nie zostaje zwolniony.`,
  removeTop: 'Jego pracownicy zostaną bez działu, a działy poniżej staną na samej górze. Nikt nie zostaje zwolniony.',
  department: 'Dział',
  manager: 'Przełożony',
  rules: {
    'There is no such department. Choose one from the list.': 'Nie ma takiego działu. Wybierz inny z listy.',
    'A department does not stand below itself. Choose another one.':
      'Dział nie może należeć do samego siebie. Wybierz inny.',
    'Choose somebody who works here.': 'Wybierz kogoś, kto tu pracuje.',
    'This would make somebody their own manager. Choose another one.':
      'Wtedy ktoś byłby swoim własnym przełożonym. Wybierz kogoś innego.',
    'Somebody from outside has no department and no manager here.':
      'Osoby z zewnątrz nie mają tu działu ani przełożonego.',
  },
}
