import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of letters about notices, and of muting and taking back, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  subject: (p) => `${p.title} · ${p.group}`,
  gathered: {
    hourly: plural({ one: 'Co nowego: {n} sprawa', few: 'Co nowego: {n} sprawy', many: 'Co nowego: {n} spraw' }),
    daily: plural({ one: 'Od wczoraj: {n} sprawa', few: 'Od wczoraj: {n} sprawy', many: 'Od wczoraj: {n} spraw' }),
  },
  greeting: (p) => `Dzień dobry, ${p.name}!`,
  newThings: 'Oto, co się wydarzyło:',
  happened: {
    taskSet: (p) => `${p.who}: zadanie dla Ciebie`,
    taskChanged: (p) => `${p.who}: zmiany w zadaniu`,
    taskCompleted: (p) => `${p.who}: zadanie wykonane`,
    taskReopened: (p) => `${p.who}: zadanie znów otwarte`,
    mentioned: (p) => `${p.who}: wzmianka o Tobie`,
    announced: (p) => `${p.who} prosi: potwierdź przeczytanie`,
    confirmationAwaited: (p) => `${p.who} przypomina: potwierdź przeczytanie`,
    appreciated: (p) => `${p.who}: wyrazy uznania dla Ciebie`,
    eventBegins: 'Początek za godzinę',
    eventChanged: (p) => `${p.who}: nowy czas lub miejsce`,
    commented: (p) => `${p.who}: komentarz`,
    posted: (p) => `${p.who}: nowy wpis`,
    pollEnded: 'Twoja ankieta się zakończyła',
    written: (p) => `${p.who} pisze do Ciebie`,
    writtenToAll: (p) => `${p.who} pisze do Ciebie i innych`,
  },
  reads: {
    team: 'Czyta to tylko zespół',
    lane: (p) => `Czytają to ${p.name} i zespół`,
    outside: 'Czytają to także osoby z zewnątrz',
  },
  open: 'Otwórz w portalu',
  link: 'Albo skopiuj ten adres do przeglądarki:',
  more: plural({
    one: 'Jeszcze {n} sprawa w portalu',
    few: 'Jeszcze {n} sprawy w portalu',
    many: 'Jeszcze {n} spraw w portalu',
  }),
  answer: {
    everyone: (p) =>
      `Odpowiedz na ten list, a odpowiedź stanie się komentarzem. Przeczyta go każdy, kto czyta „${p.title}”.`,
    team: 'Odpowiedz na ten list, a odpowiedź stanie się komentarzem. Przeczyta go tylko zespół.',
    lane: (p) => `Odpowiedz na ten list, a odpowiedź stanie się komentarzem. Przeczytają go tylko ${p.name} i zespół.`,
  },
  why: {
    tasks: (p) => `Ten list przyszedł z portalu ${p.portal}, bo to zadanie jest Twoje albo zlecone przez Ciebie.`,
    mentions: (p) => `Ten list przyszedł z portalu ${p.portal}, bo ktoś o Tobie wspomniał.`,
    written: (p) => `Ten list przyszedł z portalu ${p.portal}, bo napisano go do Ciebie.`,
    company: (p) =>
      `Ten list przyszedł z portalu ${p.portal}, bo dostajesz powiadomienia o wpisach do Twojego działu i do wszystkich.`,
    comments: (p) =>
      `Ten list przyszedł z portalu ${p.portal}, bo chodzi o coś, co jest Twoje, gdzie są Twoje słowa albo co obserwujesz.`,
    posts: (p) => `Ten list przyszedł z portalu ${p.portal}, bo dostajesz powiadomienia o nowych wpisach w tej grupie.`,
    announcements: (p) => `Ten list przyszedł z portalu ${p.portal}, bo to ogłoszenie prosi o Twoją uwagę.`,
    appreciations: (p) => `Ten list przyszedł z portalu ${p.portal}, bo ktoś Cię docenił.`,
    calendar: (p) => `Ten list przyszedł z portalu ${p.portal}, bo bierzesz udział w tym wydarzeniu.`,
    polls: (p) => `Ten list przyszedł z portalu ${p.portal}, bo to Twoja ankieta.`,
    hourly: (p) => `Taki list przychodzi z portalu ${p.portal} co godzinę, jeśli coś się wydarzyło.`,
    daily: (p) => `Taki list przychodzi z portalu ${p.portal} co rano, jeśli coś się wydarzyło.`,
  },
  mute: {
    thread: (p) => `Wycisz „${p.title}”`,
    group: (p) => `Wycisz grupę „${p.group}”`,
    hourly: 'Nie wysyłaj więcej co godzinę',
    daily: 'Nie wysyłaj więcej co rano',
  },
  settings: 'Ustawienia powiadomień',
  page: {
    thread: {
      title: 'Wyciszyć to, o czym jest ten list?',
      text: 'Nie będzie o tym więcej powiadomień: ani w portalu, ani push, ani listem.',
      act: 'Wycisz',
      done: 'Wyciszone',
      doneText: 'Nie będzie o tym więcej powiadomień. W portalu zmienisz to w menu wpisu lub zadania.',
    },
    group: {
      title: 'Wyciszyć grupę z tego listu?',
      text: 'Zobaczysz tylko to, co dotyczy Ciebie: zadania, wzmianki i ogłoszenia.',
      act: 'Wycisz grupę',
      done: 'Grupa jest wyciszona',
      doneText: 'Zobaczysz tylko to, co dotyczy Ciebie. W portalu zmienisz to w menu grupy.',
    },
    gathered: {
      title: 'Nie wysyłać więcej takich listów?',
      text: 'To, co się dzieje, nadal będzie wśród Twoich powiadomień w portalu.',
      act: 'Nie wysyłaj więcej',
      done: 'Takich listów już nie będzie',
      doneText: 'Możesz to zmienić w portalu, w ustawieniach powiadomień.',
    },
    spent: 'Ten link już donikąd nie prowadzi',
    spentText: 'Został już użyty, jest za stary albo nie jest Twój. W portalu wybierasz, jak Cię powiadamiać.',
    toPortal: 'Otwórz portal',
    toSettings: 'Ustawienia powiadomień',
  },
  waiting: {
    one: (p) => `List do ${p.who} wyjdzie`,
    more: plural({
      one: 'Listy do {who} i jeszcze {n} osoby wyjdą',
      few: 'Listy do {who} i jeszcze {n} osób wyjdą',
      many: 'Listy do {who} i jeszcze {n} osób wyjdą',
    }),
    takeBack: 'Cofnij i usuń',
    hint: 'Usuwa to, co napisane, i żaden list nie wyjdzie.',
  },
}
