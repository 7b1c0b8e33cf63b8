import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of the company's structure, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Структура компании',
  text: 'Кто в каком отделе работает и кто им руководит. Внешние участники ничего из этого не видят.',
  directory: 'Все сотрудники',
  people: plural({ one: '{n} человек', few: '{n} человека', many: '{n} человек' }),
  below: plural({
    one: '{n} вместе с отделами ниже',
    few: '{n} вместе с отделами ниже',
    many: '{n} вместе с отделами ниже',
  }),
  nobody: 'Пока никого',
  head: 'Руководитель',
  noHead: 'Без руководителя',
  show: plural({
    one: 'Показать {n} отдел ниже',
    few: 'Показать {n} отдела ниже',
    many: 'Показать {n} отделов ниже',
  }),
  hide: 'Скрыть отделы ниже',
  peopleOf: (p) => `${p.people}: ${p.name}`,
  none: 'Отделов пока нет',
  noneText: 'Отделы говорят, кто где работает: по ним отбирают сотрудников и видят, как устроена компания.',
  noneToSee: 'Их добавляет здесь администратор.',
  add: 'Добавить отдел',
  addBelow: 'Добавить отдел ниже',
  edit: 'Изменить',
  remove: 'Удалить',
  acts: (p) => `Действия: ${p.name}`,
  name: 'Название',
  parent: 'Входит в',
  parentHint: 'Если не выбрать, отдел стоит на самом верху.',
  headHint: 'Руководитель может и не работать в самом отделе.',
  choose: 'Выберите отдел',
  noMatch: 'Нет отдела с таким названием',
  cancel: 'Отмена',
  save: 'Сохранить',
  added: (p) => `${p.name}: отдел добавлен.`,
  saved: (p) => `${p.name}: отдел изменён.`,
  removed: (p) => `${p.name}: отдел удалён.`,
  removeTitle: (p) => `Удалить отдел «${p.name}»?`,
  removeInto: (p) => `Его сотрудники и отделы ниже перейдут в «${p.parent}». Никто не увольняется.`,
  removeTop: 'Его сотрудники останутся без отдела, а отделы ниже окажутся на самом верху. Никто не увольняется.',
  department: 'Отдел',
  manager: 'Руководитель',
  rules: {
    'There is no such department. Choose one from the list.': 'Такого отдела нет. Выберите другой из списка.',
    'A department does not stand below itself. Choose another one.':
      'Отдел не может входить сам в себя. Выберите другой.',
    'Choose somebody who works here.': 'Выберите того, кто здесь работает.',
    'This would make somebody their own manager. Choose another one.':
      'Тогда кто-то стал бы руководителем самому себе. Выберите другого.',
    'Somebody from outside has no department and no manager here.':
      'У внешних участников здесь нет отдела и руководителя.',
  },
}
