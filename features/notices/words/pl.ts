import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of notices, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Powiadomienia',
  bell: plural({
    one: 'Powiadomienia: {n} nieprzeczytane',
    few: 'Powiadomienia: {n} nieprzeczytane',
    many: 'Powiadomienia: {n} nieprzeczytanych',
  }),
  bellQuiet: 'Powiadomienia: wszystko przeczytane',
  all: 'Wszystkie',
  unread: 'Nieprzeczytane',
  isUnread: 'Nieprzeczytane',
  readAll: 'Oznacz wszystko jako przeczytane',
  markRead: 'Oznacz jako przeczytane',
  showAll: 'Wszystkie powiadomienia',
  older: 'Pokaż wcześniejsze',
  somebody: 'Ktoś',
  empty: {
    title: 'Nic się jeszcze nie wydarzyło',
    text: 'Gdy ktoś skomentuje to, co Twoje, da Ci zadanie albo napisze w obserwowanej grupie, przeczytasz o tym tutaj.',
  },
  nothingUnread: {
    title: 'Wszystko przeczytane',
    text: 'Nowe powiadomienia pojawią się tu same.',
  },
  happened: {
    taskSet: (p) => `${p.who}: zadanie dla Ciebie „${p.title}”`,
    taskChanged: (p) => `${p.who}: zmiany w zadaniu „${p.title}”`,
    taskCompleted: (p) => `${p.who}: zadanie „${p.title}” wykonane`,
    taskReopened: (p) => `${p.who}: zadanie „${p.title}” znów otwarte`,
    mentioned: (p) => `${p.who}: wzmianka o Tobie w „${p.title}”`,
    announced: (p) => `${p.who} prosi: potwierdź przeczytanie „${p.title}”`,
    confirmationAwaited: (p) => `${p.who} przypomina: potwierdź przeczytanie „${p.title}”`,
    appreciated: (p) => `${p.who}: wyrazy uznania dla Ciebie w „${p.title}”`,
    eventBegins: (p) => `Za godzinę: „${p.title}”`,
    commented: (p) => `${p.who}: komentarz do „${p.title}”`,
    posted: (p) => `${p.who}: nowy wpis „${p.title}”`,
    pollEnded: (p) => `Twoja ankieta „${p.title}” się zakończyła`,
    written: (p) => `${p.who} pisze do Ciebie: „${p.title}”`,
    writtenToAll: (p) => `${p.who} pisze do Ciebie i innych: „${p.title}”`,
    asked: (p) => `${p.who} prosi o przyjęcie do grupy „${p.title}”`,
    accepted: (p) => `${p.who} jest już w grupie „${p.title}” dzięki Twojemu zaproszeniu`,
  },
  together: {
    taskSet: plural({
      one: '{who} i {n} inna osoba: zadanie dla Ciebie „{title}”',
      few: '{who} i {n} inne osoby: zadanie dla Ciebie „{title}”',
      many: '{who} i {n} innych osób: zadanie dla Ciebie „{title}”',
    }),
    taskChanged: plural({
      one: '{who} i {n} inna osoba: zmiany w zadaniu „{title}”',
      few: '{who} i {n} inne osoby: zmiany w zadaniu „{title}”',
      many: '{who} i {n} innych osób: zmiany w zadaniu „{title}”',
    }),
    taskCompleted: plural({
      one: '{who} i {n} inna osoba: zadanie „{title}” wykonane',
      few: '{who} i {n} inne osoby: zadanie „{title}” wykonane',
      many: '{who} i {n} innych osób: zadanie „{title}” wykonane',
    }),
    taskReopened: plural({
      one: '{who} i {n} inna osoba: zadanie „{title}” znów otwarte',
      few: '{who} i {n} inne osoby: zadanie „{title}” znów otwarte',
      many: '{who} i {n} innych osób: zadanie „{title}” znów otwarte',
    }),
    mentioned: plural({
      one: '{who} i {n} inna osoba: wzmianki o Tobie w „{title}”',
      few: '{who} i {n} inne osoby: wzmianki o Tobie w „{title}”',
      many: '{who} i {n} innych osób: wzmianki o Tobie w „{title}”',
    }),
    announced: plural({
      one: '{who} i {n} inna osoba: prośba o potwierdzenie przeczytania „{title}”',
      few: '{who} i {n} inne osoby: prośba o potwierdzenie przeczytania „{title}”',
      many: '{who} i {n} innych osób: prośba o potwierdzenie przeczytania „{title}”',
    }),
    confirmationAwaited: plural({
      one: '{who} i {n} inna osoba: przypomnienie o potwierdzeniu przeczytania „{title}”',
      few: '{who} i {n} inne osoby: przypomnienie o potwierdzeniu przeczytania „{title}”',
      many: '{who} i {n} innych osób: przypomnienie o potwierdzeniu przeczytania „{title}”',
    }),
    appreciated: plural({
      one: '{who} i {n} inna osoba: wyrazy uznania dla Ciebie w „{title}”',
      few: '{who} i {n} inne osoby: wyrazy uznania dla Ciebie w „{title}”',
      many: '{who} i {n} innych osób: wyrazy uznania dla Ciebie w „{title}”',
    }),
    eventBegins: plural({ one: 'Za godzinę: „{title}”', few: 'Za godzinę: „{title}”', many: 'Za godzinę: „{title}”' }),
    commented: plural({
      one: '{who} i {n} inna osoba: komentarze do „{title}”',
      few: '{who} i {n} inne osoby: komentarze do „{title}”',
      many: '{who} i {n} innych osób: komentarze do „{title}”',
    }),
    posted: plural({
      one: '{who} i {n} inna osoba: nowy wpis „{title}”',
      few: '{who} i {n} inne osoby: nowy wpis „{title}”',
      many: '{who} i {n} innych osób: nowy wpis „{title}”',
    }),
    pollEnded: plural({
      one: 'Twoja ankieta „{title}” się zakończyła',
      few: 'Twoja ankieta „{title}” się zakończyła',
      many: 'Twoja ankieta „{title}” się zakończyła',
    }),
    written: plural({
      one: '{who} i {n} inna osoba piszą do Ciebie: „{title}”',
      few: '{who} i {n} inne osoby piszą do Ciebie: „{title}”',
      many: '{who} i {n} innych osób pisze do Ciebie: „{title}”',
    }),
    writtenToAll: plural({
      one: '{who} i {n} inna osoba piszą do Ciebie i innych: „{title}”',
      few: '{who} i {n} inne osoby piszą do Ciebie i innych: „{title}”',
      many: '{who} i {n} innych osób pisze do Ciebie i innych: „{title}”',
    }),
    asked: plural({
      one: '{who} i {n} inna osoba proszą o przyjęcie do grupy „{title}”',
      few: '{who} i {n} inne osoby proszą o przyjęcie do grupy „{title}”',
      many: '{who} i {n} innych osób prosi o przyjęcie do grupy „{title}”',
    }),
    accepted: plural({
      one: '{who} i {n} inna osoba są już w grupie „{title}” dzięki Twoim zaproszeniom',
      few: '{who} i {n} inne osoby są już w grupie „{title}” dzięki Twoim zaproszeniom',
      many: '{who} i {n} innych osób jest już w grupie „{title}” dzięki Twoim zaproszeniom',
    }),
  },
  follow: {
    follow: 'Obserwuj',
    followGroup: 'Powiadamiaj o nowych wpisach',
    stop: 'Przestań obserwować',
    stopGroup: 'Nie powiadamiaj o nowych wpisach',
    mute: 'Wycisz',
    muteGroup: 'Wycisz tę grupę',
    unmute: 'Wyłącz wyciszenie',
    unmuteGroup: 'Wyłącz wyciszenie grupy',
    muteThis: (p) => `Wycisz „${p.title}”`,
    muted: 'Wyciszone. Nie będzie o tym więcej powiadomień.',
    mutedGroup: 'Wyciszone. Zobaczysz tylko to, co dotyczy Ciebie: zadania, wzmianki i ogłoszenia.',
    undo: 'Cofnij',
  },
}
