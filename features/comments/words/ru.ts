import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of comments, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Комментарии',
  write: 'Написать комментарий',
  earlier: 'Показать предыдущие комментарии',
  replyTo: ({ name }) => `Ответить: ${name} + команда`,
  replyToTeam: 'Ответить команде',
  writeFirst: 'Сначала напишите что-нибудь.',
  sendBy: (p) => `${p.keys} — отправить`,
  showWhole: 'Показать целиком',
  rules: {
    GROUP_ARCHIVED: 'Эта группа в архиве: её можно только читать. Открыть её снова может владелец.',
    READ_ONLY_HERE: 'В этой группе внешние участники читают и не пишут. Это может изменить её владелец.',
  },
}
