import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of appreciations, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Благодарности',
  appreciation: 'Благодарность',
  form: {
    badge: 'За что',
    people: 'Кому',
    choosePeople: 'Коллеги, которые это прочитают',
    remove: 'Убрать благодарность',
    nobody: 'Выберите, кого вы благодарите.',
    tooMany: 'Вместе благодарят не больше десяти человек.',
    oneself: 'Благодарите других: среди выбранных есть вы.',
    notHere:
      'Благодарность — только для тех, кто здесь работает: уберите людей извне, отправьте её команде или удалите её.',
  },
  badge: {
    thanks: 'Спасибо',
    teamwork: 'Командная работа',
    idea: 'Отличная идея',
    rescue: 'Пришли на помощь',
    quality: 'Безупречная работа',
    speed: 'Раньше срока',
    mentor: 'Хороший наставник',
    care: 'Забота о клиентах',
  },
  for: 'Кому',
  none: 'Благодарностей, которые вы можете прочитать, пока нет.',
  older: 'Показать более ранние',
}
