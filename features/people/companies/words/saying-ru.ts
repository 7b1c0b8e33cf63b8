import type { Words } from '#ui/words/catalogue.ts'
import type { sayingInEnglish } from './saying-en.ts'

/** What is said of the company that somebody from outside says is theirs, in Russian. */
export const sayingInRussian: Words<typeof sayingInEnglish, 'ru'> = {
  own: {
    title: 'Ваша компания',
    label: 'В какой компании вы работаете?',
    hint: 'Пока компания не назначена, это видят только администраторы. Само по себе это ничего не открывает.',
    save: 'Сохранить компанию',
    saved: 'Компания сохранена.',
    takenBack: 'Компания убрана.',
  },
  fact: 'Компания, со слов',
  factOwn: 'Компания, как вы указали',
  notAssigned: 'не назначена',
  toAssign: 'не назначена: назначить в разделе «Компании»',
  title: 'Указаны, но ещё не назначены',
  text: 'Люди извне, у которых нет компании, назвали эту своей. Прежде чем верить, посмотрите на адрес: в группах, где компании разделены, назначенный с этого момента читает то, что говорят его компании.',
  says: ({ name }) => `указывает «${name}»`,
  assign: ({ name }) => `Назначить: ${name}`,
  make: 'Добавить и назначить',
  another: 'Назначить другую',
  choose: ({ name }) => `К какой компании относится ${name}?`,
  assigned: ({ name, company }) => `${name}: теперь компания ${company}.`,
}
