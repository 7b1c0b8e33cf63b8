import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** Whom a post is addressed to, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  to: 'Кому',
  everyone: 'Все, кто здесь работает',
  below: (p) => `${p.name} и ниже`,
  team: (p) => `${p.name}, только команда`,
  formerDepartment: 'Бывший отдел',
  more: plural({ one: 'и ещё {n}', few: 'и ещё {n}', many: 'и ещё {n}' }),
  choose: 'Группы, отделы, люди',
  chooseOutside: 'Группы и люди',
  chooseMore: 'Добавить других',
  groups: 'Группы',
  departments: 'Отделы',
  people: 'Люди',
  nobody: 'Никого и ничего похожего',
  first: 'Сначала укажите, кому.',
  remove: (p) => `Убрать: ${p.name}`,
  apart: (p) => `В группе «${p.name}» внешние участники не видят друг друга. Напишите туда отдельно или её команде.`,
  toTeam: 'Только команде',
  rules: {
    DO_NOT_SEE_EACH_OTHER: 'Некоторые из указанных внешних участников не видят друг друга. Напишите им по отдельности.',
    APART_IN_A_MIX:
      'В одной из этих групп внешние участники не видят друг друга. Напишите туда отдельно или её команде.',
    GROUP_BY_ITSELF: 'В одну из этих групп можно написать только отдельно.',
    NOT_ALL_SEE_THE_FEED: 'В одной из этих групп не все видят ленту. Напишите туда отдельно или уберите её.',
    PINNED_IN_GROUPS: 'Запись закрепляют в ленте её группы, а эта не стоит ни в одной.',
  },
}
