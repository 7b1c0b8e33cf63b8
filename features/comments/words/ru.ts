import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of comments, in Russian. */
export const ru: Words<typeof en, 'ru'> = {
  title: 'Комментарии',
  write: 'Написать комментарий',
  earlier: 'Показать предыдущие комментарии',
  replyTo: ({ name }) => `Ответить: ${name} + команда`,
  replyToTeam: 'Ответить команде',
  writeFirst: 'Сначала напишите что-нибудь.',
  sendBy: (p) => `${p.keys} — отправить`,
  showWhole: 'Показать целиком',
  reactions: {
    title: 'Реакции',
    add: 'Реакция',
    choose: 'Выберите реакцию',
    who: 'Кто отреагировал',
    more: 'Показать ещё',
    kind: {
      like: 'Нравится',
      love: 'Люблю',
      laugh: 'Смешно',
      celebrate: 'Ура',
      wow: 'Ого',
      sad: 'Грустно',
    },
    given: ({ name, count }) => `${name}: ${count}`,
    own: {
      title: 'Реакции',
      text: 'Кроме шести, которые есть в каждом портале, здесь можно отвечать и этими.',
      add: 'Добавить реакцию',
      name: 'Название',
      nameHint: 'Так её назовёт программа чтения с экрана; оно же видно при наведении.',
      emoji: 'Эмодзи',
      picture: 'Или маленькая картинка',
      pictureHint: 'PNG, JPEG или WebP, не больше 1 МБ. Показывается высотой 24 пикселя.',
      choosePicture: 'Выбрать картинку',
      remove: ({ name }) => `Убрать «${name}»`,
      removed: 'Убрано. Где реакцию уже поставили, она останется.',
      none: 'Своих реакций пока нет',
      noneText: 'Логотип, местная шутка, знак, понятный всем здесь: добавьте картинку и название.',
    },
  },
  rules: {
    'Give an emoji or a picture.': 'Укажите эмодзи или картинку.',
    'Give one emoji and nothing else.': 'Здесь нужен один эмодзи и больше ничего.',
    'Give a PNG, JPEG or WebP picture.': 'Нужна картинка PNG, JPEG или WebP.',
    'A picture for a reaction may have at most 1 MB.': 'Картинка может быть не больше 1 МБ.',
    TOO_MANY_EMOJIS: 'У портала может быть не больше 24 своих реакций. Сначала уберите одну.',
    GROUP_ARCHIVED: 'Эта группа в архиве: её можно только читать. Открыть её снова может владелец.',
    READ_ONLY_HERE: 'В этой группе внешние участники читают и не пишут. Это может изменить её владелец.',
  },
}
