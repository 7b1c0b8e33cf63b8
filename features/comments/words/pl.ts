import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of comments, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  title: 'Komentarze',
  write: 'Napisz komentarz',
  earlier: 'Pokaż wcześniejsze komentarze',
  replyTo: ({ name }) => `Odpowiedz: ${name} + zespół`,
  replyToTeam: 'Odpowiedz zespołowi',
  writeFirst: 'Najpierw coś napisz.',
  sendBy: (p) => `${p.keys} wysyła`,
  showWhole: 'Pokaż całość',
  reactions: {
    title: 'Reakcje',
    add: 'Zareaguj',
    choose: 'Wybierz reakcję',
    who: 'Kto zareagował',
    more: 'Pokaż więcej',
    kind: {
      like: 'Lubię to',
      love: 'Super',
      laugh: 'Zabawne',
      celebrate: 'Hurra',
      wow: 'Wow',
      sad: 'Smutne',
    },
    given: ({ name, count }) => `${name}: ${count}`,
    own: {
      title: 'Reakcje',
      text: 'Oprócz sześciu, które ma każdy portal, można tu reagować także tymi.',
      add: 'Dodaj reakcję',
      name: 'Nazwa',
      nameHint: 'Tak nazwie ją czytnik ekranu; widać ją też po najechaniu.',
      emoji: 'Emoji',
      picture: 'Albo mały obrazek',
      pictureHint: 'PNG, JPEG lub WebP, najwyżej 1 MB. Wyświetla się na wysokość 24 pikseli.',
      choosePicture: 'Wybierz obrazek',
      remove: ({ name }) => `Usuń „${name}”`,
      removed: 'Usunięto. Tam, gdzie ktoś jej użył, zostaje.',
      none: 'Nie ma jeszcze własnych reakcji',
      noneText: 'Logo, lokalny żart, znak, który wszyscy tu znają: dodaj obrazek i nazwę.',
    },
  },
  rules: {
    'Give an emoji or a picture.': 'Podaj emoji albo obrazek.',
    'Give one emoji and nothing else.': 'Podaj jedno emoji i nic więcej.',
    'Give a PNG, JPEG or WebP picture.': 'Potrzebny jest obrazek PNG, JPEG lub WebP.',
    'A picture for a reaction may have at most 1 MB.': 'Obrazek może mieć najwyżej 1 MB.',
    TOO_MANY_EMOJIS: 'Portal może mieć najwyżej 24 własne reakcje. Najpierw usuń jedną.',
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
    READ_ONLY_HERE: 'W tej grupie osoby z zewnątrz czytają i nie piszą. Może to zmienić jej właściciel.',
  },
}
