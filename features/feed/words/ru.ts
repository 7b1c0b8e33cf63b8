import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the feed, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Лента',
  post: 'Запись',
  postIn: (p) => `Запись в группе «${p.group}»`,
  write: 'Написать в группу',
  whichGroup: 'Группа',
  chooseGroup: 'Сначала выберите группу.',
  forWhom: 'Для кого',
  everyone: 'Все в группе',
  team: 'Только команда',
  fresh: plural({ one: '{n} новая запись', few: '{n} новые записи', many: '{n} новых записей' }),
  older: 'Показать более ранние записи',
  like: 'Нравится',
  likes: {
    you: 'вы',
    others: plural({ one: 'ещё {n} человек', few: 'ещё {n} человека', many: 'ещё {n} человек' }),
    by: 'Отметили:',
  },
  comment: 'Комментировать',
  comments: plural({ one: '{n} комментарий', few: '{n} комментария', many: '{n} комментариев' }),
  emptyGroup: {
    title: 'Здесь пока ничего не написано',
    text: 'То, что вы напишете здесь, прочитают все в группе.',
  },
  empty: {
    title: 'В вашей ленте пока тихо',
    text: 'Здесь появляются записи из ваших групп. Напишите первую или вступите в группу.',
  },
  members: 'Ленту этой группы читают только её участники. Вступите в группу, чтобы читать и писать здесь.',
  rules: { MEMBERS_ONLY: 'Писать в этой группе могут только её участники. Вступите в неё или обратитесь к владельцу.' },
}
