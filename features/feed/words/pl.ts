import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the feed, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Aktualności',
  post: 'Wpis',
  postIn: (p) => `Wpis w grupie „${p.group}”`,
  write: 'Napisz do grupy',
  writeSomewhere: 'Napisz do jednej z grup',
  whichGroup: 'Grupa',
  chooseGroup: 'Najpierw wybierz grupę.',
  fresh: plural({ one: '{n} nowy wpis', few: '{n} nowe wpisy', many: '{n} nowych wpisów' }),
  further: plural({ one: 'i jeszcze {n}', few: 'i jeszcze {n}', many: 'i jeszcze {n}' }),
  older: 'Pokaż starsze wpisy',
  comment: 'Skomentuj',
  comments: plural({ one: '{n} komentarz', few: '{n} komentarze', many: '{n} komentarzy' }),
  edit: 'Zmień',
  delete: 'Usuń',
  editPost: 'Zmień wpis',
  save: 'Zapisz',
  cancel: 'Anuluj',
  undo: 'Cofnij',
  deleted: 'Wpis został usunięty.',
  edited: 'zmieniono',
  versions: 'Co ten wpis mówił wcześniej',
  someGroup: 'grupa',
  toGroups: 'Zobacz swoje grupy',
  emptyGroup: {
    title: 'Nikt tu jeszcze nic nie napisał',
    text: 'To, co tu napiszesz, przeczytają wszyscy w grupie.',
  },
  empty: {
    title: 'W aktualnościach jest cicho',
    text: 'Tu pojawiają się wpisy z Twoich grup, najnowsze na górze.',
  },
  noGroups: {
    title: 'Nie ma jeszcze grupy, do której można napisać',
    text: 'Wpisy pisze się do grupy. Gdy tylko znajdziesz się w takiej, w której wolno ci pisać, zrobisz to tutaj.',
  },
  members: 'Aktualności tej grupy czytają tylko jej członkowie. Dołącz do grupy, aby tu czytać i pisać.',
  tool: {
    adders: 'Kto pisze',
    changers: 'Kto poprawia swoje wpisy',
    things: plural({ one: '{n} wpis', few: '{n} wpisy', many: '{n} wpisów' }),
  },
  rules: {
    NOT_THE_AUTHOR: 'Wpis zmienia tylko osoba, która go napisała.',
    NOT_YOURS_TO_DELETE: 'Wpis usuwa osoba, która go napisała, albo ktoś, kto prowadzi grupę.',
    ADDED_BY_OWNER: 'Pisze tu tylko właściciel. Może to zmienić w ustawieniach grupy.',
    ADDED_BY_KEEPERS: 'Piszą tu tylko właściciel i moderatorzy. Właściciel może to zmienić w ustawieniach grupy.',
    ADDED_BY_TEAM: 'Piszą tu tylko osoby, które tu pracują. Właściciel może to zmienić w ustawieniach grupy.',
    TOOL_SHUT: 'Aktualności tej grupy nie są dla ciebie otwarte. Właściciel może to zmienić w ustawieniach grupy.',
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
    READ_ONLY_HERE: 'W tej grupie osoby z zewnątrz czytają i nie piszą. Może to zmienić jej właściciel.',
    MEMBERS_ONLY: 'W tej grupie mogą pisać tylko jej członkowie. Najpierw dołącz albo zapytaj właściciela.',
  },
}
