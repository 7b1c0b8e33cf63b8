import { plural, type Words } from '#ui/words/catalogue.ts'
import type { toolsInEnglish } from './tools-en.ts'

/** The same in Russian. */
export const toolsInRussian: Words<typeof toolsInEnglish, 'ru'> = {
  title: 'Инструменты',
  text: 'Что участники находят в этой группе. Выключенное исчезает для всех, и для владельца тоже; всё, что в нём есть, сохраняется.',
  ownerSets: 'Изменить это может владелец.',
  off: 'Пока выключено, этого никто не видит. Всё, что в нём есть, сохраняется.',
  viewers: 'Кто видит',
  who: {
    owner: 'Только владелец',
    keepers: 'Владелец и модераторы',
    team: 'Те, кто здесь работает',
    members: 'Все участники',
  },
  askOff: (p) => `Выключить «${p.tool}»?`,
  askOn: (p) => `Включить «${p.tool}»?`,
  askViewers: (p) => `Изменить, кто видит «${p.tool}»?`,
  act: { off: 'Выключить', on: 'Включить', viewers: 'Изменить' },
  lose: (p) => `Перестанут это видеть: ${p.who}.`,
  gain: (p) => `Начнут это видеть: ${p.who}.`,
  atOnce: 'Для них это закроется сразу, на всех открытых страницах.',
  nobody: 'Никто в группе не увидит ни больше, ни меньше, чем сейчас.',
  colleagues: plural({ one: '{n} коллега', few: '{n} коллеги', many: '{n} коллег' }),
  stands: (p) => `Там для всех, кто это видит: ${p.what}.`,
  forTeam: (p) => `Там только для тех, кто здесь работает: ${p.what}.`,
  empty: 'Там пока ничего нет.',
}
