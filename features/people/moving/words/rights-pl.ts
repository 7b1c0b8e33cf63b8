import type { Words } from '#ui/words/catalogue.ts'
import type { rightsInEnglish } from './rights-en.ts'

/** The same in Polish. */
export const rightsInPolish: Words<typeof rightsInEnglish, 'pl'> = {
  acts: {
    administrator: 'Nadaj prawa administratora',
    noAdministrator: 'Odbierz prawa administratora',
    secondFactor: 'Zresetuj drugi składnik',
    free: 'Zwolnij ten adres',
    handOver: 'Przekaż otwarte zadania',
  },
  title: {
    administrator: ({ name }) => `${name}: nadanie praw administratora`,
    noAdministrator: ({ name }) => `${name}: odebranie praw administratora`,
    secondFactor: ({ name }) => `${name}: reset drugiego składnika`,
    free: ({ name }) => `${name}: zwolnienie adresu`,
    handOver: ({ name }) => `${name}: przekazanie otwartych zadań`,
  },
  text: {
    administrator:
      'Ta osoba będzie mogła przenosić i zwalniać ludzi, zmieniać reguły portalu i wyznaczać innych administratorów. Grupy, do których nie należy, pozostaną dla niej zamknięte. Ona i wszyscy administratorzy dostaną list.',
    noAdministrator:
      'Prawa administratora systemu kończą się od razu, także na otwartych stronach. Ta osoba i wszyscy administratorzy dostaną list.',
    secondFactor:
      'Dla osoby, która straciła telefon i kody zapasowe. Kody, kody zapasowe i klucze dostępu przestaną działać, wszystkie sesje i tokeny dostępu się skończą, a ta osoba dostanie list. Hasło zostaje: loguje się nim i jest pytana od nowa, jeśli portal wymaga drugiego składnika. Najpierw upewnij się, że to naprawdę ona o to prosi.',
    free: 'Adres, a także numer służący do logowania, może wtedy należeć do kogoś innego: kto zostanie na niego zaproszony, będzie nową osobą i niczego nie odziedziczy. To, co zrobiła ta osoba, zostaje pod jej nazwiskiem. Przy przywracaniu podasz nowy adres.',
    handOver:
      'Zadanie z grupy, w której nie ma następcy, trafia do właściciela tej grupy: przejęcie spraw nikogo nigdzie nie wpuszcza.',
    nothingOpen: 'Ta osoba nie ma otwartych zadań.',
  },
  done: {
    administrator: ({ name }) => `${name}: prawa administratora nadane.`,
    noAdministrator: ({ name }) => `${name}: prawa administratora odebrane.`,
    secondFactor: ({ name }) => `${name}: drugi składnik zresetowany.`,
    free: ({ name }) => `${name}: adres jest wolny.`,
    handOver: ({ name }) => `${name}: otwarte zadania przekazane.`,
  },
  leads: ({ department }) => `Kierowanie działem „${department}”`,
  newAddress: {
    text: 'Adres tej osoby został zwolniony. Jaki ma teraz?',
    label: 'Nowy adres',
    taken: 'Ktoś już ma tu ten adres.',
    wrong: 'To nie jest adres e-mail.',
  },
  history: {
    administrator: 'Nadanie praw administratora',
    noAdministrator: 'Odebranie praw administratora',
    freed: 'Zwolnienie adresu',
    handedOver: 'Przekazanie otwartych zadań',
  },
  rules: {
    EXTERNALS_NEVER_ADMINISTER:
      'Osoba z zewnątrz nie może administrować portalem. Najpierw przenieś ją do pracowników.',
    NOBODY_RESETS_THEIR_OWN:
      'Nikt nie może zresetować własnego drugiego składnika. Poproś innego administratora systemu albo zmień go w Ustawienia → Bezpieczeństwo.',
    NO_SECOND_FACTOR: 'Ta osoba nie ma drugiego składnika.',
    NO_ADDRESS_LEFT: 'Ta osoba nie ma tu już adresu: został zwolniony.',
    STILL_HERE: 'Ta osoba wciąż tu jest. Najpierw ją zwolnij.',
    DOMAIN_NOT_ALLOWED: 'Reguły zaproszeń nie dopuszczają adresów z tej domeny.',
  },
  letter: {
    greeting: ({ name }) => `Dzień dobry, ${name}!`,
    look: 'Zobacz',
    hint: 'Albo skopiuj ten adres do przeglądarki:',
    notYou: 'Ten list dostają wszyscy administratorzy. Jeśli tak nie powinno być, od razu z nimi porozmawiaj.',
    made: {
      subject: ({ portal }) => `Nowy administrator portalu ${portal}`,
      own: ({ portal, by }) =>
        `Masz teraz prawa administratora systemu w portalu ${portal}. Decyzja: ${by}. Możesz przenosić i zwalniać ludzi oraz zmieniać reguły portalu.`,
      other: ({ portal, by, name }) =>
        `${name} ma teraz prawa administratora systemu w portalu ${portal}. Decyzja: ${by}.`,
    },
    ended: {
      subject: ({ portal }) => `O jednego administratora mniej w portalu ${portal}`,
      own: ({ portal, by }) =>
        `Twoje prawa administratora systemu w portalu ${portal} zostały odebrane. Decyzja: ${by}. Wszystko inne pozostaje bez zmian.`,
      other: ({ portal, by, name }) =>
        `${name} nie ma już praw administratora systemu w portalu ${portal}. Decyzja: ${by}.`,
    },
  },
}
