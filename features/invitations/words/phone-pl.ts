import type { Words } from '#ui/words/catalogue.ts'
import type { byPhoneInEnglish } from './phone-en.ts'

/** The words of inviting and coming by mobile number, in Polish. */
export const byPhoneInPolish: Words<typeof byPhoneInEnglish, 'pl'> = {
  field: 'Adresy e-mail lub numery komórkowe',
  fieldHint: 'Jeden lub kilka, można wkleić listę. Na numery przyjdzie SMS.',
  number: 'Twój numer komórkowy',
  numberHint: 'Będziesz się logować kodem, który na niego przyjdzie. Hasło i adres e-mail możesz dodać później.',
  add: {
    field: 'Adres e-mail lub numer komórkowy',
    consequence:
      'Konto jest gotowe i ta osoba od razu należy do grupy. Dostanie SMS z linkiem do logowania, a potem loguje się kodami, które przychodzą na telefon.',
    done: (p) =>
      `SMS na numer ${p.number} jest w drodze. Link zadziała jeden raz; do pierwszego wejścia ta osoba jest pod listą członków, skąd możesz wysłać nowy.`,
    enter: (p) =>
      `Twoje konto dla ${p.number} jest gotowe. Następnym razem zaloguj się kodem, który przyjdzie na ten numer.`,
  },
  link: {
    text: 'Powiedz, kim jesteś. Dostaniesz list lub SMS z linkiem, który cię wpuści: dzięki temu nikt nie wejdzie z cudzym adresem ani numerem.',
    act: 'Wyślij mi link',
    wrong: 'Podaj adres w postaci imie@firma.pl albo numer komórkowy z kodem kraju, na przykład +48 601 234 567.',
    sentTitle: 'Sprawdź telefon',
    sent: (p) =>
      `Jeśli numer jest prawidłowy, SMS na ${p.number} jest w drodze. Link w nim cię wpuści; działa najwyżej trzy dni i tylko raz.`,
    again: 'Inny numer lub adres',
  },
  message: {
    inside: (p) => `${p.who} zaprasza Cię do „${p.room}” w portalu ${p.portal}: ${p.url}`,
    lobby: (p) => `${p.who} proponuje Cię do „${p.room}” w portalu ${p.portal}; odpowie właściciel grupy. ${p.url}`,
    added: (p) => `${p.who} dodaje Cię do „${p.room}” w portalu ${p.portal}; ten link loguje, jeden raz: ${p.url}`,
    asked: (p) => `Prośba o wejście do „${p.room}” w portalu ${p.portal}: ${p.url} To nie Ty? Zignoruj tę wiadomość.`,
  },
}
