import type { Words } from '#ui/words/catalogue.ts'
import type { addingInEnglish } from './adding-en.ts'

/** Adding people without their registering, in Polish. */
export const addingInPolish: Words<typeof addingInEnglish, 'pl'> = {
  ways: 'Jak ta osoba wejdzie',
  byLetter: 'Listem',
  add: 'Dodaj',
  name: 'Imię i nazwisko',
  nameMissing: 'Napisz, jak ta osoba się nazywa.',
  position: 'Stanowisko',
  phone: 'Telefon',
  consequence:
    'Konto jest gotowe i ta osoba od razu należy do grupy. Dostanie list z linkiem do logowania, a hasło może wybrać później.',
  act: 'Dodaj do grupy',
  done: (p) => `${p.name} jest w grupie`,
  doneText: (p) =>
    `List do ${p.email} jest w drodze. Link zadziała jeden raz; do pierwszego wejścia ta osoba jest pod listą członków, skąd możesz wysłać nowy list.`,
  more: 'Dodaj kolejną osobę',
  enterText: (p) =>
    `Twoje konto dla ${p.email} jest gotowe. Następnym razem zaloguj się linkiem wysłanym na ten adres albo hasłem, jeśli je wybierzesz: na stronie logowania, „Nie pamiętasz hasła?”.`,
  letter: {
    subject: (p) => `${p.who} dodaje Cię do „${p.room}”`,
    ready: 'Twoje konto jest gotowe: przycisk wpuści Cię bez hasła.',
    enter: 'Wejdź',
    until: (p) => `Link jest ważny ${p.days}, do ${p.date}. Zadziała jeden raz i jest tylko dla Ciebie.`,
  },
}
