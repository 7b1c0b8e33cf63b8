import { plural, type Words } from '#ui/words/catalogue.ts'
import { addingInPolish } from './adding-pl.ts'
import { daysInPolish } from './days.ts'
import { linkInPolish } from './link-pl.ts'
import { listInPolish } from './list-pl.ts'
import type { en } from './en.ts'
import { byPhoneInPolish } from './phone-pl.ts'
import { rulesInPolish } from './rules-pl.ts'
import { waitsInPolish } from './waits-pl.ts'

/** The words of invitations in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  exported: {
    title: 'Wysłane zaproszenia',
    came: 'Dołączenie',
    takenBack: 'Wycofano',
    good: 'List ważny do',
  },
  title: 'Zaproszenia',
  invite: 'Zaproś',
  inviteEmployees: 'Zaproś pracowników',
  into: (p) => `Zaproś do „${p.group}”`,
  byPhone: byPhoneInPolish,
  emails: 'Adresy e-mail',
  emailsHint: 'Jeden lub kilka, można wkleić listę.',
  emailsPrompt: 'imie@firma.pl',
  remove: (p) => `Usuń ${p.email}`,
  company: 'Firma',
  companyHint: 'Puste pole: firma zostanie rozpoznana po adresie, jeśli to jednoznaczne.',
  language: 'Język listu',
  languageHint: 'W nim otworzy się też strona z linku.',
  languages: { en: 'angielski', ru: 'rosyjski', pl: 'polski' },
  note: 'Kilka słów od siebie',
  noteHint: 'Znajdą się w liście jako cytat.',
  waits: waitsInPolish,
  posts: plural({ one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów' }),
  tasks: plural({ one: '{n} zadanie', few: '{n} zadania', many: '{n} zadań' }),
  people: plural({ one: '{n} osoba', few: '{n} osoby', many: '{n} osób' }),
  throughLobby:
    'W tej grupie wpuszczają inni. Zaproszona przez ciebie osoba może się zalogować i czeka w poczekalni, nie widząc grupy, aż zatwierdzi ją właściciel lub moderator. Tu zobaczysz, co z tego wynikło.',
  role: 'Kim będą',
  roleHint: 'Moderator wpuszcza i usuwa osoby.',
  roles: { member: 'Członek', moderator: 'Moderator' },
  purpose: 'W jakim celu',
  purposeHint: 'Co ta osoba ma tu robić. Ona też to przeczyta.',
  until: 'Dostęp do',
  untilHint: 'Puste: tak długo, jak są w grupie.',
  untilMost: plural({
    one: 'Najdalej za {n} dzień.',
    few: 'Najdalej za {n} dni.',
    many: 'Najdalej za {n} dni.',
    other: 'Najdalej za {n} dnia.',
  }),
  anywhere: {
    group: 'Do której grupy',
    groupHint: 'Osoby z zewnątrz przychodzą do grupy zewnętrznej, nigdy do samego portalu.',
    none: 'Nie należysz jeszcze do żadnej grupy zewnętrznej.',
    create: 'Utwórz grupę zewnętrzną',
    createText: 'Nie ma potrzebnej grupy?',
  },
  consequenceEmployees:
    'Zostaną pracownikami: zobaczą współpracowników i otwarte grupy. Dla osób z zewnątrz są grupy zewnętrzne.',
  send: plural({ one: 'Wyślij {n} zaproszenie', few: 'Wyślij {n} zaproszenia', many: 'Wyślij {n} zaproszeń' }),
  sendNone: 'Wyślij zaproszenia',
  cancel: 'Anuluj',
  sent: plural({ one: '{n} list jest w drodze', few: '{n} listy są w drodze', many: '{n} listów jest w drodze' }),
  sentText: 'Zaproszeni stoją na liście członków, dopóki nie przyjdą. Link w każdym liście działa jeden raz.',
  sentEmployees: 'Zaproszeni stoją na liście zaproszeń, dopóki nie przyjdą. Link w każdym liście działa jeden raz.',
  more: 'Zaproś kolejne osoby',
  done: 'Gotowe',
  wrong: {
    NOT_AN_ADDRESS: 'to nie jest adres e-mail',
    NOT_A_NUMBER: 'to nie jest numer komórkowy; podaj go z kodem kraju, na przykład +48 601 234 567',
    PHONES_SWITCHED_OFF: 'zasady portalu nie pozwalają zapraszać przez telefon; może je zmienić administrator',
    ALREADY_MEMBER: 'już jest w tej grupie',
    WORKS_HERE: 'pracuje tutaj: dodaj tę osobę jako członka',
    TWICE: 'jest na liście dwa razy',
    LANGUAGE_UNKNOWN: 'nieznany język: en, ru lub pl',
    NO_DAY: 'to nie data: napisz 2027-05-03',
    DAY_TOO_FAR: 'w tym portalu ten dzień jest za odległy',
    DAY_PASSED: 'ten dzień minął',
    INVITED_BY_LETTER: 'ma tu już konto: zaproś listem, ta osoba zdecyduje sama',
    ALREADY_HERE: 'już tu jest',
    DOMAIN_NOT_ALLOWED: 'zasady portalu nie wpuszczają tej domeny; może je zmienić administrator',
  },
  rules: {
    LINK_WITHOUT_APPROVAL:
      'W tym portalu każde zaproszenie przegląda administrator, dlatego linki do grup tworzą tylko administratorzy. Zaproś listem.',
    LINK_RESTS:
      'W ciągu ostatnich 24 godzin przyszło tym linkiem tyle osób, ile dopuszczają zasady portalu. Spróbuj później; list pozostaje ważny, dopóki nie wygaśnie.',
    TOO_MANY_TRIES: 'Bardzo wiele osób korzysta teraz z tego linku. Spróbuj za godzinę.',
    NOT_THE_FIRST: 'W tej grupie są już osoby z zewnątrz albo jest dla nich zamknięta.',
    ADDING_WITHOUT_APPROVAL:
      'W tym portalu każde zaproszenie przegląda administrator, dlatego nikt inny nie dodaje osób. Zaproś listem albo poproś administratora.',
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
    GROUP_CLOSED_TO_EXTERNALS: 'Ta grupa nie jest otwarta dla osób z zewnątrz. Może ją otworzyć jej właściciel.',
    INVITING_BY_OWNER_AND_MODERATORS:
      'Do tej grupy wprowadzają ludzi tylko właściciel i moderatorzy. Poproś kogoś z nich; mogą to zmienić w ustawieniach grupy.',
    INVITING_BY_OWNER:
      'Do tej grupy wprowadza ludzi tylko właściciel. Zwróć się do niego; może to zmienić w ustawieniach grupy.',
    EXTERNALS_ONLY_READ:
      'W tej grupie osoby z zewnątrz tylko czytają i nikogo nie zapraszają. Mogą to zmienić właściciel i moderatorzy.',
    INVITATION_STANDS_NO_MORE:
      'Z tego zaproszenia nikt już nie skorzysta: kto je wysłał, nie może tu już zapraszać, albo grupa jest zamknięta. Wycofaj je; ktoś z grupy może zaprosić na nowo.',
    MODERATORS_BY_KEEPERS: 'Moderatora zapraszają tylko właściciel i moderatorzy tej grupy, którzy tu pracują.',
    EXTERNALS_GIVE_ADDRESSES:
      'Osoby z zewnątrz, zapraszając, podają adresy i kilka słów. Firmę podają ci, którzy tu pracują.',
    LICENCE_FULL:
      'Wszystkie miejsca w licencji portalu są zajęte. Administrator może zwolnić miejsce, zwalniając kogoś, albo podnieść limit: Ustawienia → Licencja.',
    EXTERNALS_SWITCHED_OFF:
      'Portal nie wpuszcza teraz nowych osób z zewnątrz. Może to zmienić administrator: Ustawienia → Zaproszenia.',
    INVITING_LIMITED:
      'W tym portalu nie możesz zapraszać osób z zewnątrz. Może to zmienić administrator: Ustawienia → Zaproszenia.',
    DAILY_LIMIT:
      'To więcej, niż jedna osoba może wysłać w ciągu 24 godzin. Wyślij pozostałe później albo poproś administratora o zmianę limitu: Ustawienia → Zaproszenia.',
    WRONG_ADDRESSES: 'Sprawdź zaznaczone adresy. Nic nie zostało wysłane.',
  },
  rulesOutside: {
    LICENCE_FULL: 'W tym portalu nie ma teraz wolnego miejsca. Zapytaj osobę, która tu pracuje.',
    EXTERNALS_SWITCHED_OFF: 'Ten portal nie wpuszcza teraz nowych osób z zewnątrz. Zapytaj osobę, która tu pracuje.',
    INVITING_LIMITED: 'W tym portalu zapraszają osoby, które tu pracują. Poproś o to jedną z nich.',
    DAILY_LIMIT:
      'To więcej, niż jedna osoba może wysłać w ciągu doby. Wyślij pozostałe później albo zapytaj osobę, która tu pracuje.',
  },
  pending: {
    added: 'Dodano, jeszcze bez wejścia',
    asked: 'Czeka w poczekalni',
    declined: 'Odmowa',
    lobby: 'przez poczekalnię',
    access: (p) => `dostęp do ${p.date}`,
    title: 'Zaproszeni, jeszcze nieobecni',
    invited: 'Zaproszenie wysłane',
    expired: 'Wygasło',
    waiting: 'Czeka na administratora',
    by: (p) => `zaprasza ${p.name}`,
    until: (p) => `ważne do ${p.date}`,
    ended: (p) => `wygasło ${p.date}`,
    acts: (p) => `Zaproszenie dla ${p.email}`,
    resend: 'Wyślij nowy list',
    withdraw: 'Wycofaj zaproszenie',
    resent: (p) => `Nowy list do ${p.email} jest w drodze. Link z poprzedniego już nie działa.`,
    withdrawn: (p) => `Zaproszenie dla ${p.email} zostało wycofane.`,
    more: 'Pokaż więcej',
  },
  all: {
    employees: 'Do pracy tutaj',
    employeesEmpty: 'Nikt nie czeka',
    employeesEmptyText: 'Zaproś współpracowników e-mailem. Wybiorą hasło i od razu wejdą.',
    groups: 'Do grup zewnętrznych',
    groupsEmpty: 'Brak otwartych zaproszeń do grup',
    groupsEmptyText: 'Do grupy zewnętrznej zapraszają jej właściciel i moderatorzy, ze strony grupy.',
    hiddenGroup: 'grupy, do której nie należysz',
    into: (p) => `do ${p.group}`,
  },
  portalRules: rulesInPolish,
  adding: addingInPolish,
  link: linkInPolish,
  list: listInPolish,
  join: {
    lobby: 'Gdy wejdziesz, potwierdzi to właściciel lub moderator grupy. Do tego czasu czekasz w poczekalni.',
    waitingTitle: 'Prośba wysłana',
    waitingText: (p) =>
      `Odpowie właściciel lub moderator grupy „${p.group}”; dostaniesz list. To, do czego już należysz, zostaje bez zmian.`,
    goOn: 'Przejdź do portalu',
    into: (p) => `Dołącz do „${p.group}”`,
    portal: (p) => `Dołącz do ${p.portal}`,
    invitedBy: (p) => `${p.name}${p.kind === 'employee' ? ` (${p.portal})` : ''} zaprasza.`,
    address: 'Twój adres e-mail',
    addressHint: 'Nim będziesz się logować.',
    name: 'Imię i nazwisko',
    namePrompt: 'Jak się nazywasz',
    password: 'Hasło',
    passwordHint: 'Co najmniej 10 znaków. Dobre jest kilka słów z rzędu.',
    passwordShort: (p) => `Co najmniej ${p.n} znaków.`,
    nameMissing: 'Napisz, jak się nazywasz.',
    strength: { short: 'za krótkie', enough: 'wystarczające', good: 'dobre', best: 'bardzo dobre' },
    strengthOf: (p) => `Hasło: ${p.strength}`,
    enter: 'Wejdź',
    joinNow: 'Dołącz',
    known: (p) => `Dla ${p.email} istnieje już konto. Zaloguj się, a wrócisz tutaj.`,
    knownOther: (p) =>
      `Dla ${p.email} istnieje już konto, a tutaj zalogował się ktoś inny. Zaloguj się tym kontem, a wrócisz tutaj.`,
    plain: {
      act: 'Bez hasła',
      text: 'Logujesz się linkiem, który za każdym razem wyślemy na ten adres, albo kluczem dostępu: możesz go utworzyć w następnym kroku.',
      choose: 'Jednak wybierz hasło',
      inTitle: 'Jesteś w środku',
      inText: 'Aby zalogować się ponownie, poproś o link: przyjdzie na twój adres.',
      passkey: 'Z kluczem dostępu jest szybciej: palec, twarz albo PIN na tym urządzeniu.',
      later: 'Dalej bez klucza',
    },
    signIn: 'Zaloguj się',
    ready: (p) => `Zalogowano jako ${p.email}.`,
    overTitle: 'Ten link już nie działa',
    overText:
      'Został użyty, zastąpiony nowszym listem, wycofany albo wygasł: jeśli już nim wszedłeś lub weszłaś, zaloguj się, a jeśli nie, otwórz najnowszy list albo poproś o niego osobę, która cię zaprosiła.',
    toSignIn: 'Mam już konto',
    refusedTitle: 'Nie potrzebujesz zaproszenia',
    keptOutTitle: 'Teraz nie można wejść',
    refused: {
      EMPLOYEES_ARE_ADDED: 'Ten adres należy do osoby, która tu pracuje. Właściciel grupy może dodać cię jako członka.',
      ALREADY_HERE: 'Osoba z tym adresem już tu jest. Zaloguj się nim.',
      ACCOUNT_CLOSED: 'Konto z tym adresem zostało zamknięte. Zapytaj osobę, która cię zaprosiła.',
      LICENCE_FULL:
        'W tym portalu nie ma teraz wolnego miejsca. Twój link pozostaje ważny, dopóki nie wygaśnie; zapytaj osobę, która cię zaprosiła.',
      EXTERNALS_SWITCHED_OFF:
        'Ten portal nie wpuszcza teraz nowych osób z zewnątrz. Mogą to zmienić jego administratorzy; zapytaj osobę, która cię zaprosiła. Twój link pozostaje ważny, dopóki nie wygaśnie.',
      INVITING_LIMITED:
        'Osoba, która cię zaprosiła, nie może już zapraszać ludzi z zewnątrz. Zapytaj ją, kto może: decydują o tym administratorzy portalu.',
      LINK_SAYS_TOO_LITTLE:
        'Zasady tego portalu wymagają więcej, niż podano w linku, którym przychodzisz. Poproś o nowy osobę, od której go masz.',
      PHONES_SWITCHED_OFF:
        'Ten portal nie wpuszcza teraz nikogo nowego przez telefon. Mogą to zmienić jego administratorzy; zapytaj osobę, która Cię zaprosiła.',
      DOMAIN_NOT_ALLOWED:
        'Zasady tego portalu nie wpuszczają adresów z tej domeny. Mogą je zmienić administratorzy; zapytaj osobę, która cię zaprosiła.',
    },
  },
  letter: {
    lobby:
      'Zaprasza Cię członek grupy. Gdy wejdziesz, potwierdzi to właściciel lub moderator grupy; do tego czasu czekasz w poczekalni.',
    access: (p) => `Zaproszenie daje dostęp do ${p.date}.`,
    subject: (p) => `${p.who} zaprasza Cię do „${p.room}”`,
    subjectEmployee: (p) => `${p.who} zaprasza Cię do portalu ${p.portal}`,
    waitingEmployee: (p) => `W portalu ${p.portal} pracuje się razem: są tam grupy, zadania i wiadomości.`,
    join: 'Dołącz do grupy',
    joinEmployee: 'Wejdź',
    hint: 'Jeśli przycisk nie działa, skopiuj ten link:',
    days: (p) => daysInPolish(p.n),
    until: (p) => `Zaproszenie jest ważne ${p.days}, do ${p.date}. Link zadziała jeden raz i jest tylko dla Ciebie.`,
    notYou: 'Jeśli nie wiesz, o co chodzi, zignoruj ten list: bez Ciebie nic się nie stanie.',
  },
  declined: {
    subject: (p) => `Twoje zaproszenie dla ${p.email} zostało odrzucone`,
    text: (p) =>
      `Zaproszenie dla ${p.email} nie zostało wysłane: tak zdecydował administrator portalu (${p.who}). Jeśli jest potrzebne, porozmawiaj z tą osobą.`,
    textUnnamed: (p) => `Zaproszenie dla ${p.email} nie zostało wysłane: odrzucił je administrator portalu.`,
    why: (p) => `Dostajesz ten list, ponieważ zapraszasz kogoś do portalu ${p.portal}.`,
  },
}
