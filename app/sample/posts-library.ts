import type { SamplePost } from './shape.ts'

/** What is said among those who choose materials. */
export const libraryPosts: SamplePost[] = [
  {
    key: 'library-oak',
    group: 'library',
    author: 'celine',
    audience: 'everyone',
    daysAgo: 24,
    text: 'The light oak veneer we have used since spring is being discontinued. We have 340 m² left, enough for Acme and one small job. Please do not specify it in anything new. Hana is comparing three replacements.',
    likes: ['ewa', 'hana', 'nora'],
    comments: [
      { author: 'hana', text: 'Samples on the long table from Monday. The middle one yellows least.', hoursAfter: 6 },
      { author: 'jakub', text: 'The middle one also bends best round a 40 mm radius.', hoursAfter: 52 },
    ],
  },
  {
    key: 'library-stone',
    group: 'library',
    author: 'madina',
    audience: 'everyone',
    daysAgo: 11,
    text: 'Привезла образцы местного травертина: тёплый, ровный, но пористый. Для столешниц — только с пропиткой, для стен — прекрасно. Три плитки отправила в Варшаву и в Дублин.',
    likes: ['celine', 'ewa', 'igor'],
    comments: [
      {
        author: 'celine',
        text: 'They arrived whole. The wall by the Dublin entrance is already asking for it.',
        hoursAfter: 96,
      },
    ],
  },
  {
    key: 'library-felt',
    group: 'library',
    author: 'ewa',
    audience: 'everyone',
    daysAgo: 5,
    hoursAgo: 8,
    text: 'Filc akustyczny w trzech nowych kolorach: mech, grafit i piasek. Grafit przy oknie wygląda jak czerń, więc do ciemnych pomieszczeń proponuję mech.',
    likes: ['jakub', 'nora'],
  },
  {
    key: 'library-mistakes',
    group: 'library',
    author: 'hana',
    audience: 'everyone',
    daysAgo: 1,
    hoursAgo: 7,
    text: 'I started a shelf of things that went wrong: swollen edges, a top that took a coffee ring, one beautiful and completely slippery floor tile. Please add to it. It teaches more than the good shelf.',
    likes: ['celine', 'ewa', 'jakub', 'madina', 'nora'],
    comments: [{ author: 'nora', text: 'I have a stool for you. Do not sit on it.', hoursAfter: 2 }],
  },
]
