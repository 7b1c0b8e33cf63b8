import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of announcements, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  announcement: 'Объявление',
  willAsk: 'Читателей попросят подтвердить, что они прочитали.',
  remove: 'Не просить',
  asks: 'Вас просят подтвердить, что вы это прочитали.',
  confirm: 'Прочитано',
  youConfirmed: 'Вы подтвердили, что прочитали',
  toConfirm: 'Подтвердить',
  confirmed: plural({
    one: 'Подтвердил {n} человек',
    few: 'Подтвердили {n} человека',
    many: 'Подтвердили {n} человек',
  }),
  manyConfirmed: (p) => `Подтвердили больше ${p.most} человек`,
  nobodyConfirmed: 'Пока никто не подтвердил',
  who: 'Кто прочитал',
  of: {
    waiting: plural({ one: 'Ещё нет: {n}', few: 'Ещё нет: {n}', many: 'Ещё нет: {n}' }),
    confirmed: plural({ one: 'Подтвердили: {n}', few: 'Подтвердили: {n}', many: 'Подтвердили: {n}' }),
  },
  nobody: { waiting: 'Подтвердили все, кто это читает.', confirmed: 'Пока никто не подтвердил.' },
  remind: 'Напомнить тем, кто ещё не подтвердил',
  reminded: 'Напоминание отправлено',
  rules: {
    KEEPERS_SEE_READERS: 'Кто прочитал, видят автор и те, кто управляет группой.',
    AUTHOR_SEES_READERS: 'Кто прочитал, видит только автор.',
    REMINDED_TODAY: 'За последние сутки им уже напоминали. Подождите до завтра.',
    OWN_ANNOUNCEMENT: 'Автор объявления его не подтверждает.',
    ONLY_READ_HERE: 'Ваша группа в архиве: это можно только читать.',
    GROUP_ARCHIVED: 'Эта группа в архиве: её можно только читать. Владелец может открыть её снова.',
  },
}
