import type { SamplePost } from './shape.ts'

/** What is said about the move of the Almaty office. */
export const almatyPosts: SamplePost[] = [
  {
    key: 'almaty-start',
    group: 'almaty',
    author: 'rustam',
    audience: 'everyone',
    daysAgo: 58,
    text: 'Договор аренды подписан: четвёртый этаж, 640 м², окна на горы. Переезжаем за два выходных дня, чтобы никто не сидел на коробках. Мадина отвечает за планировку, Арман — за работы, Олег — за документы.',
    likes: ['madina', 'arman', 'asel', 'oleg', 'igor', 'joanna'],
    comments: [
      { author: 'asel', text: 'Окна на горы — это лучший аргумент для клиентов.', hoursAfter: 2 },
      { author: 'oleg', text: 'Оригинал договора у меня в сейфе, копия у Марека.', hoursAfter: 5 },
    ],
  },
  {
    key: 'almaty-plan',
    group: 'almaty',
    author: 'madina',
    audience: 'everyone',
    daysAgo: 30,
    text: 'Третья версия планировки: переговорных стало пять, одна из них — тихая комната без телевизора. Библиотека образцов переехала к окну, потому что материалы надо смотреть при дневном свете. Замечания собираю до конца недели.',
    likes: ['rustam', 'igor', 'asel', 'dmitri'],
    comments: [
      {
        author: 'igor',
        text: 'В модели серверная пересекается с вентиляцией, завтра покажу, как развести.',
        hoursAfter: 3,
      },
      { author: 'joanna', text: 'A quiet room is a lovely idea. We should copy it in Warsaw.', hoursAfter: 9 },
      { author: 'madina', text: 'Игорь, спасибо, перенесла серверную на 60 см.', hoursAfter: 28 },
    ],
  },
  {
    key: 'almaty-network',
    group: 'almaty',
    author: 'anna',
    audience: 'everyone',
    daysAgo: 17,
    text: 'Network for the new floor: two independent lines, 96 sockets, eleven access points. Arman, I need the cable routes closed only after I have seen photographs of every box, please.',
    likes: ['arman', 'rustam'],
    comments: [
      {
        author: 'arman',
        text: 'Сделаю фото по каждой коробке с номером. Закрываем потолок только после твоего «да».',
        hoursAfter: 2,
      },
      { author: 'anna', text: 'Perfect.', hoursAfter: 3 },
    ],
  },
  {
    key: 'almaty-glass',
    group: 'almaty',
    author: 'arman',
    audience: 'everyone',
    daysAgo: 6,
    text: 'Замеры под стеклянные перегородки сделаны. Проём у ресепшен уже на 14 мм, чем в проекте: стену переделывать не будем, стекло закажем по факту.',
    likes: ['madina', 'dmitri'],
    comments: [
      { author: 'dmitri', text: 'Согласен. Обнови спецификацию сегодня, поставщик ждёт размеры.', hoursAfter: 1 },
    ],
  },
  {
    key: 'almaty-papers',
    group: 'almaty',
    author: 'oleg',
    audience: 'everyone',
    daysAgo: 2,
    hoursAgo: 5,
    text: 'Напоминаю: акты за этот этап принимаю до двадцать восьмого числа, с подписью и датой. Без даты — это не акт, а письмо.',
    likes: ['rustam', 'asel'],
  },
  {
    key: 'almaty-desks',
    group: 'almaty',
    author: 'asel',
    audience: 'everyone',
    hoursAgo: 9,
    text: 'Рассадка готова, посмотрите, пожалуйста, до среды. Отдел продаж просит сидеть подальше от кофемашины: на звонках слышно каждую чашку.',
    likes: ['madina', 'oleg'],
    comments: [
      { author: 'igor', text: 'Поменяюсь с вами. Мне шум кофемашины напоминает о смысле жизни.', hoursAfter: 2 },
      { author: 'asel', text: 'Игорь, договорились.', hoursAfter: 3 },
    ],
  },
]
