import type { Words } from '#ui/words/catalogue.ts'
import type { closingInEnglish } from './closing-en.ts'

/** What is said where a group is archived or deleted, in Polish. */
export const closingInPolish: Words<typeof closingInEnglish, 'pl'> = {
  like: {
    title: 'Taka sama grupa',
    text: 'Nowa grupa ustawiona tak jak ta: kto ją znajduje i kto wprowadza ludzi, czy przychodzą osoby z zewnątrz i jak są rozdzielone, strefa czasowa i narzędzia. Nic o tym, kto tu jest i co napisano, do niej nie przechodzi.',
    act: 'Utwórz taką samą grupę',
    name: (p) => `${p.name} (2)`,
  },
  archive: {
    title: 'Archiwum',
    text: 'Dla grupy, której praca się skończyła. Jej członkowie nadal czytają wszystko, co tu jest; nikt nic nie pisze, nikogo się nie zaprasza ani nie wpuszcza, a w menu już jej nie ma. W każdej chwili można ją otworzyć ponownie.',
    act: 'Przenieś do archiwum',
    ask: (p) => `Przenieść „${p.name}” do archiwum?`,
    askText:
      'Od tej chwili członkowie mogą grupę czytać i nic w niej nie piszą. Otwarte zaproszenia nie działają, dopóki grupa nie zostanie otwarta ponownie.',
    isArchived:
      'Ta grupa jest w archiwum: można ją tylko czytać. Otwarta ponownie będzie taka jak przedtem, ze swoimi ludźmi i otwartymi zaproszeniami.',
    reopen: 'Otwórz grupę ponownie',
  },
  remove: {
    title: 'Usuwanie',
    text: 'Grupa znika od razu dla wszystkich, razem ze wszystkim, co w niej napisano: wpisami, komentarzami, zadaniami i listą członków. Nikt nie może jej przywrócić.',
    act: 'Usuń grupę…',
    ask: (p) => `Usunąć „${p.name}” na zawsze?`,
    type: 'Wpisz nazwę grupy',
    typeHint: (p) => `Na potwierdzenie: ${p.name}`,
    wrongName: 'Grupa nazywa się inaczej.',
    confirm: 'Usuń na zawsze',
    going: (p) => `Grupa „${p.name}” jest usuwana`,
    goingText: 'Nikt jej już nie widzi. To, co w niej było, jest usuwane; nie trzeba tu czekać.',
    gone: (p) => `Grupa „${p.name}” jest usunięta`,
    goneText: 'Nic z tego, co w niej było, nie zostało.',
    progress: 'Ile już usunięto',
    toGroups: 'Do grup',
  },
}
