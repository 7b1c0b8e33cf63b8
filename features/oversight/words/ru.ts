import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of oversight, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  whoCanSee: 'Кто это видит',
  explained: 'Эти люди могут открыть это сейчас. Кто придёт позже, увидит это, только если его впустят и сюда.',
  because: {
    owner: 'Владелец группы',
    moderator: 'Модераторы группы',
    member: 'Участники группы',
    lane: 'Внешние участники, для которых это',
    own: 'Это лежит среди их собственных вещей',
    creator: 'Поставил задачу',
    responsible: 'Отвечает за задачу',
    addressed: 'Автор и те, кому это адресовано',
    other: 'Доступ открыт лично',
  },
  more: plural({ one: 'и ещё {n} человек', few: 'и ещё {n} человека', many: 'и ещё {n} человек' }),
  voice: (p) => `Кроме того, это может открыть ${p.portal}.`,
}
