import { plural, type Words } from '#ui/words/catalogue.ts'
import type { firstInEnglish, returnsInEnglish } from './first-en.ts'

/** What is said of groups in which whoever becomes external is the first from outside, in Russian. */
export const firstInRussian: Words<typeof firstInEnglish, 'ru'> = {
  title: plural({
    one: 'В {n} группе это будет первый человек извне',
    few: 'В {n} группах это будет первый человек извне',
    many: 'В {n} группах это будет первый человек извне',
  }),
  past: 'Что из написанного там увидит этот человек и все, кто придёт извне позже',
  now: 'То, что будет написано с этого момента',
  nowText: 'Всё, что там есть, остаётся у тех, кто здесь работает.',
  everything: 'Всё',
  everythingText: ({ what }) => `Откроется и прежнее: ${what}.`,
  posts: plural({ one: '{n} сообщение', few: '{n} сообщения', many: '{n} сообщений' }),
  comments: plural({ one: '{n} комментарий', few: '{n} комментария', many: '{n} комментариев' }),
  tasks: plural({ one: '{n} задача', few: '{n} задачи', many: '{n} задач' }),
}

/** What undoing gives back, in Russian. */
export const returnsInRussian: Words<typeof returnsInEnglish, 'ru'> = {
  title: 'Что вернётся',
  department: ({ department }) => `Место в отделе «${department}»`,
  manager: ({ manager }) => `Руководитель: ${manager}`,
  reports: plural({
    one: 'Роль руководителя для {n} человека',
    few: 'Роль руководителя для {n} человек',
    many: 'Роль руководителя для {n} человек',
  }),
  administrator: 'Права системного администратора',
  tasks: plural({ one: '{n} открытая задача', few: '{n} открытые задачи', many: '{n} открытых задач' }),
  groups: plural({
    one: 'Роль владельца {n} группы',
    few: 'Роль владельца {n} групп',
    many: 'Роль владельца {n} групп',
  }),
  leads: ({ department }) => `Руководство отделом «${department}»`,
}
