import type { SamplePost } from './shape.ts'

/** What is said in the joinery. */
export const workshopPosts: SamplePost[] = [
  {
    key: 'workshop-plan',
    group: 'workshop',
    author: 'kasia',
    audience: 'everyone',
    daysAgo: 4,
    text: 'Plan na ten tydzień: dokańczamy zabudowy na Pragę, od środy biurka do Dublina (pierwsza partia, 48 sztuk), w piątek okleina na recepcję. Okleiniarka ma przegląd w czwartek od szóstej do ósmej.',
    likes: ['stefan', 'wiktor', 'zofia'],
    comments: [
      { author: 'zofia', text: 'Czy zabudowy na Pragę będą spakowane do wtorku wieczorem?', hoursAfter: 2 },
      { author: 'wiktor', text: 'Będą, jeśli lakier wyschnie. Dam znać w południe.', hoursAfter: 3 },
    ],
  },
  {
    key: 'workshop-desks',
    group: 'workshop',
    author: 'nora',
    audience: 'everyone',
    daysAgo: 8,
    text: 'The cable tray under the Dublin desks is 12 mm too deep for the new monitor arms. I moved the rear rail forward; the drawing is updated and signed. Nothing else changes, the tops you have cut are fine.',
    likes: ['kasia', 'wiktor'],
    comments: [
      { author: 'kasia', text: 'Thank you for telling us before the rails were drilled.', hoursAfter: 1 },
      { author: 'wiktor', text: 'Potwierdzam, pierwsza sztuka złożona na próbę, pasuje.', hoursAfter: 26 },
    ],
  },
  {
    key: 'workshop-lacquer',
    group: 'workshop',
    author: 'hana',
    audience: 'everyone',
    daysAgo: 13,
    text: 'The new water-based lacquer passed: coffee, alcohol gel and a week on the window sill, no marks. It dries in six hours instead of four, so please count with that in the plan.',
    likes: ['stefan', 'nora', 'jakub', 'kasia'],
    comments: [{ author: 'stefan', text: 'Kasiu, proszę od przyszłego tygodnia liczyć sześć godzin.', hoursAfter: 4 }],
  },
  {
    key: 'workshop-saw',
    group: 'workshop',
    author: 'stefan',
    audience: 'everyone',
    daysAgo: 2,
    hoursAgo: 1,
    text: 'Nowa piła panelowa przyjeżdża za trzy tygodnie. Przez dwa dni hala B będzie stała, więc materiał na recepcję tniemy wcześniej. Szkolenie dla czterech osób, chętni do mnie.',
    likes: ['wiktor', 'kasia', 'jakub'],
    comments: [
      { author: 'wiktor', text: 'Zgłaszam siebie i Darka.', hoursAfter: 1 },
      { author: 'jakub', text: 'A czy architekt może popatrzeć?', hoursAfter: 5 },
      { author: 'stefan', text: 'Popatrzeć tak. Guzik naciska Wiktor.', hoursAfter: 6 },
    ],
  },
  {
    key: 'workshop-photos',
    group: 'workshop',
    author: 'tomasz',
    audience: 'everyone',
    hoursAgo: 7,
    text: 'Dzień dobry z Pragi: trzy szafy stoją, czwarta czeka na gniazdko, które jest tam, gdzie na rysunku go nie ma. Elektryk przychodzi po południu.',
    likes: ['wiktor', 'zofia', 'jakub'],
  },
]
