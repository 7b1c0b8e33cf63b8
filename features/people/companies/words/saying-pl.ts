import type { Words } from '#ui/words/catalogue.ts'
import type { sayingInEnglish } from './saying-en.ts'

/** What is said of the company that somebody from outside says is theirs, in Polish. */
export const sayingInPolish: Words<typeof sayingInEnglish, 'pl'> = {
  own: {
    title: 'Twoja firma',
    label: 'Z jakiej jesteś firmy?',
    hint: 'Dopóki firma nie zostanie przypisana, widzą to tylko administratorzy. Samo w sobie niczego to nie otwiera.',
    save: 'Zapisz firmę',
    saved: 'Firma zapisana.',
    takenBack: 'Firma usunięta.',
  },
  fact: 'Firma, według tej osoby',
  factOwn: 'Firma, według Ciebie',
  notAssigned: 'nieprzypisana',
  toAssign: 'nieprzypisana: przypisz w sekcji Firmy',
  title: 'Podane, jeszcze nieprzypisane',
  text: 'Osoby z zewnątrz, które nie mają firmy, podają tę jako swoją. Zanim uwierzysz, spójrz na adres: w grupach, które rozdzielają firmy, przypisana osoba od tej chwili czyta to, co się mówi do jej firmy.',
  says: ({ name }) => `podaje „${name}”`,
  assign: ({ name }) => `Przypisz do: ${name}`,
  make: 'Dodaj i przypisz',
  another: 'Przypisz inną',
  choose: ({ name }) => `Z jakiej firmy jest ${name}?`,
  assigned: ({ name, company }) => `${name}: od teraz firma ${company}.`,
}
