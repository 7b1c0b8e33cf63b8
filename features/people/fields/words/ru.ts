import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the portal's own fields, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Поля профиля',
  text: 'О чём спрашивает профиль помимо имени, должности и телефона. Эти поля каждый заполняет в своём профиле.',
  none: 'Своих полей пока нет',
  noneText: 'Добавьте то, что нужно знать о людях: пропуск, смену, портфолио.',
  add: 'Добавить поле',
  acts: ({ name }) => `Действия: ${name}`,
  edit: 'Изменить',
  remove: 'Удалить',
  removeTitle: ({ name }) => `Удалить «${name}»?`,
  removeText: 'Вместе с полем удалится всё, что в нём написали. Отменить это нельзя.',
  name: { en: 'Название по-английски', ru: 'Название по-русски', pl: 'Название по-польски' },
  kindLabel: 'Что вводят',
  kind: { text: 'Текст', date: 'Дата', choice: 'Одно из списка', link: 'Ссылка' },
  choices: 'Варианты, по одному в строке',
  askedOfLabel: 'Кого спрашивать',
  askedOf: { everyone: 'Всех', employees: 'Сотрудников', externals: 'Внешних участников' },
  shown: 'Видят и внешние участники',
  shownHint: 'Иначе написанное видят только сотрудники и сам человек.',
  shownMark: 'Видно внешним участникам',
  cancel: 'Отмена',
  save: 'Сохранить',
  own: {
    title: 'Ещё о вас',
    saved: 'Сохранено.',
    seenByAll: 'Это видят и внешние участники ваших групп.',
  },
  rules: {
    'Name the field in one language at least.': 'Назовите поле хотя бы на одном языке.',
    'Give at least two choices.': 'Укажите не меньше двух вариантов.',
    'Choose one of the list.': 'Выберите одно из списка.',
    'Give a day as 2026-11-22.': 'Укажите день.',
    'Give an address that begins with https://.': 'Укажите адрес, который начинается с https://.',
  },
}
