import { plural, type Words } from '#ui/words/catalogue.ts'
import type { openingInEnglish } from './opening-en.ts'

/** The same in Polish. */
export const openingInPolish: Words<typeof openingInEnglish, 'pl'> = {
  title: 'Osoby z zewnątrz',
  isOpen: 'Ta grupa jest otwarta dla osób z zewnątrz.',
  isClosed: 'W tej grupie są tylko pracownicy.',
  ownerOpens: 'W tej grupie są tylko pracownicy. Otworzyć ją dla osób z zewnątrz może jej właściciel.',
  ownerCloses: 'Ta grupa jest otwarta dla osób z zewnątrz. Zamknąć ją może jej właściciel.',
  open: 'Otwórz dla osób z zewnątrz…',
  close: 'Zamknij dla osób z zewnątrz',
  ask: (p) => `Otworzyć „${p.name}” dla osób z zewnątrz?`,
  act: 'Otwórz grupę',
  means:
    'Przychodzą tylko na zaproszenie. To, co oznaczono dla zespołu, i wszystko poza tą grupą pozostaje dla nich zamknięte. Grupa znika z listy.',
  past: 'Co zobaczą z przeszłości',
  fromNow: 'Od teraz',
  everything: 'Wszystko',
  sees: (p) => `Widzą: ${p.what}.`,
  seesNothing: 'Na razie nie widać nic.',
  colleagues: plural({ one: '{n} pracownik', few: '{n} pracowników', many: '{n} pracowników' }),
  returning: plural({
    one: '{n} osoba z zewnątrz była już w tej grupie i od razu do niej wraca.',
    few: '{n} osoby z zewnątrz były już w tej grupie i od razu do niej wracają.',
    many: '{n} osób z zewnątrz było już w tej grupie i od razu do niej wraca.',
  }),
  invited: plural({
    one: '{n} osoba ma zaproszenie i może wejść od razu.',
    few: '{n} osoby mają zaproszenie i mogą wejść od razu.',
    many: '{n} osób ma zaproszenie i może wejść od razu.',
  }),
  andMore: plural({ one: 'i jeszcze {n}', few: 'i jeszcze {n}', many: 'i jeszcze {n}' }),
  first: {
    title: 'W tej grupie nie ma jeszcze nikogo z zewnątrz',
    text: 'Wybierz, co zastaną, gdy przyjdą. To, co zostanie w zespole, zostanie w nim na zawsze.',
    expected:
      'Ktoś jest już zaproszony i miał zobaczyć to, co tu jest. Jeśli zostawisz to teraz zespołowi, ta osoba też tego nie zobaczy i nie da się tego cofnąć.',
  },
  askClose: (p) => `Zamknąć „${p.name}” dla osób z zewnątrz?`,
  closeMeans:
    'Zamknie się dla nich wszystkich od razu, na każdej otwartej stronie. To, co napisali, zostaje. Jeśli otworzysz grupę ponownie, znów w niej będą.',
}
