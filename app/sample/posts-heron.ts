import type { SamplePost } from './shape.ts'

/** What is said by the four who know of the purchase. Whoever else reads a word of this has found a leak. */
export const heronPosts: SamplePost[] = [
  {
    key: 'heron-start',
    group: 'heron',
    author: 'helena',
    audience: 'everyone',
    daysAgo: 44,
    text: 'The board agrees: we make an offer for Aqtas Glass. 70% now, the rest in three years, up to 4.2 million euro in all. From here on we call it Heron, in speech and in writing, and only the four of us know of it.',
    likes: ['marek', 'rustam', 'fiona'],
    comments: [
      {
        author: 'rustam',
        text: 'Владельцы готовы говорить, но просят не выходить на их сотрудников до подписания.',
        hoursAfter: 3,
      },
      {
        author: 'helena',
        text: 'Agreed. Not a word to anybody at Aqtas, nor to our own project people.',
        hoursAfter: 4,
      },
    ],
  },
  {
    key: 'heron-books',
    group: 'heron',
    author: 'marek',
    audience: 'everyone',
    daysAgo: 20,
    text: 'Po pierwszym przeglądzie ksiąg: marża 19%, zadłużenie niskie, jeden spór z dostawcą szkła na około 120 tysięcy. Proponuję obniżyć cenę Herona o kwotę sporu i zostawić resztę bez zmian.',
    likes: ['helena', 'fiona'],
    comments: [
      { author: 'fiona', text: 'Sensible. Does the bank still hold the offer for the loan?', hoursAfter: 5 },
      { author: 'marek', text: 'Trzyma do końca przyszłego miesiąca.', hoursAfter: 6 },
    ],
  },
  {
    key: 'heron-people',
    group: 'heron',
    author: 'rustam',
    audience: 'everyone',
    daysAgo: 8,
    hoursAgo: 4,
    text: 'По людям: всех 58 сотрудников «Актас» оставляем, директор остаётся на два года. Это надо сказать первым предложением в день объявления, ещё до цифр.',
    likes: ['helena', 'fiona', 'marek'],
  },
  {
    key: 'heron-day',
    group: 'heron',
    author: 'fiona',
    audience: 'everyone',
    hoursAgo: 20,
    text: 'Draft of the announcement for the day of signing is done, in three languages. Helena speaks first in Almaty, we tell our clients within the hour, the press last.',
    likes: ['helena'],
    comments: [
      {
        author: 'helena',
        text: 'I will read it tonight. Please keep it on your own computer until then.',
        hoursAfter: 2,
      },
    ],
  },
]
