import { plural, type Words } from '#ui/words/catalogue.ts'
import type { rulesInEnglish } from './rules-en.ts'

/** The portal's rules about inviting, in Polish. */
export const rulesInPolish: Words<typeof rulesInEnglish, 'pl'> = {
  tabs: { open: 'Otwarte zaproszenia', rules: 'Zasady' },
  title: 'Zasady dla osób z zewnątrz',
  text: 'Obowiązują we wszystkich grupach zewnętrznych: gdy ktoś zaprasza i ponownie, gdy zaproszona osoba przychodzi.',
  externals: 'Osoby z zewnątrz mogą wchodzić',
  externalsHint:
    'Po wyłączeniu nikt nowy nie wejdzie: otwarte zaproszenia przestaną działać, dopóki nie włączysz tego ponownie. Kto już jest w środku, zostaje i pracuje jak dotąd.',
  whoInvites: 'Kto je zaprasza',
  who: {
    group: 'Każdy, komu pozwala na to grupa',
    employees: 'Spośród nich tylko pracownicy',
    administrators: 'Tylko administratorzy systemu',
  },
  ordinary: 'Gdy zaprasza członek, któremu grupa na to nie pozwala',
  ordinaryWays: {
    lobby: 'Osoba może się zalogować i czeka, aż właściciel lub moderator ją zatwierdzi',
    refuse: 'Zaproszenie jest odrzucane, a członek czyta, kto może zapraszać',
  },
  phones: 'Można zapraszać na numer komórkowy',
  phonesHint: 'Zaproszeni dostają SMS i logują się kodem wysłanym na telefon. Domeny poniżej nie dotyczą numerów.',
  allowed: 'Domeny pocztowe, które mogą wejść',
  allowedHint: 'Puste: wszystkie. Domena obejmuje te pod nią: company.com wpuszcza też mail.company.com.',
  denied: 'Domeny pocztowe, które nigdy nie wchodzą',
  deniedHint: 'Nie są wpuszczane, nawet jeśli wyżej są dozwolone.',
  domainPrompt: 'firma.pl',
  limited: 'Jedna osoba wysyła w ciągu 24 godzin tylko tyle zaproszeń',
  limitedHint: 'Aby przejęte konto nie pisało w waszym imieniu do całego świata. Administratorów się nie liczy.',
  limit: 'Zaproszeń w ciągu 24 godzin',
  days: 'Ile dni zaproszenie jest ważne',
  daysHint: 'Dla listów wysłanych od teraz; list podaje to słowami.',
  purpose: 'Zapraszający mówi, w jakim celu',
  purposeHint: 'W kilku słowach. Czytają to opiekun, pracownicy w grupie i sama zaproszona osoba.',
  lastDay: 'Zapraszający podaje ostatni dzień',
  lastDayHint:
    'Nikogo nie wpuszcza się jednorazowo na dłużej niż tyle dni; przedłuża jedno kliknięcie. Dla osób, które już są w środku, nic się nie zmienia.',
  mostDays: 'Na ile dni najdłużej wpuszcza się osoby z zewnątrz',
  approval: 'Administrator ogląda każde zaproszenie, zanim list wyjdzie',
  approvalHint: 'Do tego czasu czeka na tej stronie. Zaproszenia administratorów wychodzą od razu.',
  save: 'Zapisz',
  saved: 'Zapisano',
  waiting: {
    title: 'Czekają na administratora',
    approve: 'Zatwierdź',
    decline: 'Odrzuć',
    approveOf: (p) => `Zatwierdź zaproszenie dla ${p.email}`,
    declineOf: (p) => `Odrzuć zaproszenie dla ${p.email}`,
    approved: (p) => `List do ${p.email} jest w drodze.`,
    declined: (p) => `Zaproszenie dla ${p.email} zostało odrzucone, a osoba zapraszająca o tym wie.`,
  },
  heldTitle: plural({
    one: '{n} zaproszenie czeka na administratora',
    few: '{n} zaproszenia czekają na administratora',
    many: '{n} zaproszeń czeka na administratora',
  }),
  heldText: 'W tym portalu administrator najpierw ogląda każde zaproszenie. Listy wyjdą, gdy tylko je zatwierdzi.',
}
