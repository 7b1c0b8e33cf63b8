import type { Words } from '#ui/words/catalogue.ts'
import type { phoneInEnglish } from './phone-en.ts'

/** The words of signing in by phone and of one's own number, in Polish. */
export const phoneInPolish: Words<typeof phoneInEnglish, 'pl'> = {
  addressOrNumber: 'E-mail lub numer komórkowy',
  bySignIn: 'Wyślij kod na mój telefon',
  signInTitle: 'Logowanie przez telefon',
  signInText: 'Wyślemy na Twój numer komórkowy kod z sześciu cyfr. Jest ważny pięć minut.',
  number: 'Numer komórkowy',
  numberHint: 'Z kodem kraju, na przykład +48 601 234 567.',
  send: 'Wyślij kod',
  sent: (p) => `Jeśli ktoś tutaj ma numer ${p.number}, kod jest już w drodze.`,
  code: 'Kod z SMS-a',
  enter: 'Zaloguj się',
  again: 'Inny numer albo nowy kod',
  wrongNumber: 'To nie jest numer komórkowy. Podaj go z kodem kraju, na przykład +48 601 234 567.',
  wrongCode: 'Ten kod nie pasuje albo jest za stary. Po pięciu błędnych poproś o nowy.',
  tooMany: 'Na razie było już dużo kodów. Odczekaj kwadrans i spróbuj ponownie.',
  title: 'Numer komórkowy',
  text: 'Kod na ten numer wpuszcza Cię do środka. Numer komórkowy w profilu to co innego: mówi tylko, jak się z Tobą skontaktować.',
  none: 'Nie logujesz się żadnym numerem.',
  present: (p) => `Logujesz się numerem ${p.number}.`,
  next: 'Nowy numer',
  waiting: (p) =>
    `Jeśli nikt inny tutaj nie ma numeru ${p.number}, kod jest już w drodze. Jest ważny pięć minut; do tego czasu nic się nie zmienia.`,
  confirm: 'Potwierdź numer',
  same: 'To już jest Twój numer.',
  taken: 'Ktoś inny ma tu już ten numer. Twój pozostał bez zmian.',
  remove: 'Usuń numer',
  removeTitle: 'Nie logować się więcej przez telefon?',
  removeText: 'Numer będzie wtedy wolny: kto zostanie później na niego zaproszony, będzie tu kimś nowym.',
  cancel: 'Anuluj',
  onlyWay: 'Ten numer to Twój jedyny sposób logowania. Najpierw dodaj adres e-mail.',
  firstPassword: 'Nie masz jeszcze hasła. Z hasłem zalogujesz się bez czekania na kod.',
  choose: 'Ustaw hasło',
  noAddress:
    'Nie masz tu jeszcze adresu. Z nim będziesz dostawać listy o tym, co się dzieje, i drugi sposób logowania.',
  proofText: 'Wyślemy kod na Twój telefon.',
  proofSent: 'Kod został wysłany na Twój telefon. Jest ważny kwadrans.',
  message: {
    signIn: (p) => `${p.code} to Twój kod do ${p.portal}. Jest ważny 5 minut. Nikomu go nie podawaj.`,
    number: (p) => `${p.code} potwierdza ten numer w ${p.portal}. Jest ważny 5 minut. To nie Ty? Zignoruj.`,
    proof: (p) => `${p.code} to Twój kod do ${p.portal}, aby pokazać, że to Ty. Nikomu go nie podawaj.`,
    changed: (p) =>
      `Nikt nie loguje się już tym numerem do ${p.portal}. To nie Ty? Powiedz od razu temu, kto Cię zaprosił.`,
  },
}
