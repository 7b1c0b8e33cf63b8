import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of requests in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  exported: {
    title: 'Prośby o przyjęcie',
    state: { pending: 'jeszcze bez odpowiedzi', approved: 'przyjęto', declined: 'odmówiono', withdrawn: 'wycofano' },
  },
  list: {
    title: 'Proszą o przyjęcie',
    waiting: plural({
      one: '{n} prośba czeka',
      few: '{n} prośby czekają',
      many: '{n} próśb czeka',
    }),
    invitedBy: (p) => `zaprasza: ${p.name}`,
    asks: 'we własnym imieniu',
    since: (p) => `od ${p.date}`,
    until: (p) => `dostęp do ${p.date}`,
    somebody: 'Ktoś',
    undecided: 'Czeka',
    approve: 'Przyjmij',
    approveThis: (p) => `Przyjmij: ${p.name}`,
    decline: 'Odmów',
    declineThis: (p) => `Odmów: ${p.name}`,
    approved: (p) => `${p.name} – już w grupie.`,
    declined: (p) => `Odmówiono: ${p.name}.`,
    more: 'Pokaż więcej',
  },
  askFirst: {
    title: (p) => `Odmówić: ${p.name}?`,
    external:
      'Ta osoba dostanie uprzejmy list. Jeśli nie należy do żadnej innej grupy i na żadną nie czeka, jej konto zostanie zamknięte.',
    employee: 'Ta osoba dostanie list i może poprosić ponownie.',
    cancel: 'Anuluj',
  },
  ask: {
    title: 'Ta grupa jest zamknięta',
    text: 'Czytają ją tylko członkowie. O przyjęciu decyduje właściciel, a jeśli tak ustawił, także moderatorzy.',
    act: 'Poproś o przyjęcie',
    askedTitle: 'Prośba o przyjęcie wysłana',
    askedText: (p) => `Wysłano ${p.since}. Odpowiedź przyjdzie listem.`,
    withdraw: 'Wycofaj prośbę',
  },
  lobby: {
    hello: (p) => `Dzień dobry, ${p.name}`,
    waiting: 'Jeszcze chwila. Osobę zaproszoną przez członka potwierdza właściciel lub moderator grupy.',
    group: (p) => `„${p.group}”`,
    since: (p) => `prośba wysłana ${p.since}`,
    letter: 'Gdy odpowiedzą, dostaniesz list, a ta strona sama otworzy grupę.',
    nowhere: 'Nie należysz teraz do żadnej grupy',
    nowhereText:
      'Osoby, z którymi tu pracujesz, mogą znów zaprosić cię do grupy. Do tego czasu nie ma tu nic więcej do oglądania.',
    own: 'Tymczasem możesz uzupełnić swój profil i zadbać o bezpieczeństwo konta.',
    profile: 'Mój profil',
    access: 'Mój dostęp',
    security: 'Bezpieczeństwo',
  },
  rules: {
    ALREADY_MEMBER: 'Jesteś już w tej grupie.',
    JOIN_OPEN_GROUPS: 'Ta grupa jest otwarta. Dołącz do niej: nie trzeba nikogo pytać.',
    KEEPERS_DECIDE: 'O prośbach decydują tylko właściciel i moderatorzy tej grupy, którzy tu pracują.',
    OWNER_DECIDES: 'Do tej grupy wprowadza ludzi tylko właściciel, więc tylko on decyduje o tej prośbie.',
    REQUEST_ANSWERED: 'Na tę prośbę już odpowiedziano albo została wycofana.',
    REQUESTER_GONE: 'Osoby, która prosi, już tu nie ma. Odmów.',
    INVITER_GONE:
      'Osoby, która zaprosiła, nie ma już w grupie. Odmów i zaproś samodzielnie, jeśli znasz zaproszoną osobę.',
    ACCESS_ENDED: 'Data, do której zaproszono tę osobę, już minęła. Zaproś ją ponownie.',
    GROUP_CLOSED_TO_EXTERNALS: 'Ta grupa nie jest otwarta dla osób z zewnątrz. Może ją otworzyć właściciel.',
    EXTERNALS_SWITCHED_OFF:
      'Ten portal nie wpuszcza teraz nowych osób z zewnątrz. Może to zmienić administrator: Ustawienia → Zaproszenia.',
    INVITING_LIMITED:
      'Osoba, która zaprosiła, nie może już zapraszać ludzi z zewnątrz. Może to zmienić administrator: Ustawienia → Zaproszenia.',
    PHONES_SWITCHED_OFF:
      'Ten portal nie wpuszcza teraz nikogo nowego przez telefon. Może to zmienić administrator: Ustawienia → Zaproszenia.',
    DOMAIN_NOT_ALLOWED:
      'Zasady tego portalu nie wpuszczają już adresów z domeny tej osoby. Może je zmienić administrator: Ustawienia → Zaproszenia.',
  },
  letter: {
    subject: (p) => `${p.who} prosi o przyjęcie do grupy „${p.group}”`,
    greeting: (p) => `Dzień dobry, ${p.name}!`,
    invited: (p) =>
      `${p.by} zaprasza do grupy „${p.group}”. ${p.who} czeka w poczekalni i do zatwierdzenia nie widzi w grupie niczego.`,
    asks: (p) => `${p.who} prosi o przyjęcie do grupy „${p.group}”.`,
    somebody: 'Ktoś',
    decide: 'Przyjmij lub odmów',
    link: 'Albo skopiuj ten adres do przeglądarki:',
    whyDecide: (p) => `Ten list przyszedł, bo prowadzisz grupę „${p.group}”.`,
    approved: (p) => `Jesteś w grupie „${p.group}”`,
    approvedText: (p) => `Prośba została przyjęta. Grupa „${p.group}” jest dla Ciebie otwarta.`,
    open: 'Otwórz grupę',
    declined: (p) => `W sprawie prośby o przyjęcie do grupy „${p.group}”`,
    declinedText: (p) =>
      `Dziękujemy za zainteresowanie grupą „${p.group}”. Prowadzący postanowili na razie nie przyjmować kolejnych osób.`,
    closed: (p) =>
      `Nie należysz do żadnej innej grupy w portalu ${p.portal}, więc konto zostało zamknięte. Więcej powie osoba, która zaprosiła.`,
    whyAnswer: (p) => `Ten list przyszedł, bo w portalu ${p.portal} złożono prośbę o przyjęcie.`,
  },
  message: {
    approved: (p) => `Grupa „${p.group}” w portalu ${p.portal} jest już dla Ciebie otwarta: ${p.url}`,
    declined: (p) => `Prośba o przyjęcie do grupy „${p.group}” w portalu ${p.portal} została odrzucona.`,
    closed: (p) =>
      `Prośba o przyjęcie do grupy „${p.group}” w portalu ${p.portal} została odrzucona, a konto tam zamknięte.`,
  },
}
