import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of what posts invite to, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  event: 'Событие',
  form: {
    title: 'Что будет',
    place: 'Где',
    starts: 'Начало',
    ends: 'Конец',
    allDay: 'Весь день',
    firstDay: 'Первый день',
    lastDay: 'Последний день',
    remove: 'Убрать событие',
    zone: (p) => `В вашем часовом поясе: ${p.zone}`,
    missingTitle: 'Напишите, на что вы приглашаете.',
    missingTime: 'Укажите начало и конец.',
    backwards: 'Конец должен быть позже начала.',
    notHere:
      'Событие — только для тех, кто здесь работает: уберите людей извне, отправьте его команде или удалите его.',
  },
  allDay: 'Весь день',
  place: 'Место',
  inZone: (p) => `${p.when} (${p.zone})`,
  yourAnswer: 'Вы придёте?',
  answer: { yes: 'Да', maybe: 'Может быть', no: 'Нет' },
  count: {
    yes: plural({ one: 'придёт {n}', few: 'придут {n}', many: 'придут {n}' }),
    maybe: plural({ one: 'может быть — {n}', few: 'может быть — {n}', many: 'может быть — {n}' }),
    no: plural({ one: 'не придёт {n}', few: 'не придут {n}', many: 'не придут {n}' }),
  },
  who: 'Кто придёт',
  nobodyAnswered: 'Пока никто не ответил',
  nobody: 'Никто',
  begun: 'Уже началось',
  over: 'Прошло',
  toCalendar: 'Добавить в календарь',
  rules: {
    EVENT_HAS_BEGUN: 'Событие уже началось: ответы остаются какими были.',
    GROUP_ARCHIVED: 'Эта группа в архиве: её можно только читать. Владелец может открыть её снова.',
  },
}
