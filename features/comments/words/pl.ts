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
  rules: {
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
    READ_ONLY_HERE: 'W tej grupie osoby z zewnątrz czytają i nie piszą. Może to zmienić jej właściciel.',
  },
}
