import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of oversight, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  whoCanSee: 'Kto to widzi',
  explained:
    'Te osoby mogą to teraz otworzyć. Kto przyjdzie później, zobaczy to tylko wtedy, gdy i tu zostanie wpuszczony.',
  because: {
    owner: 'Właściciel grupy',
    moderator: 'Moderatorzy grupy',
    member: 'Członkowie grupy',
    lane: 'Osoby z zewnątrz, dla których to jest',
    own: 'Leży wśród ich własnych rzeczy',
    creator: 'Zlecił zadanie',
    responsible: 'Odpowiada za zadanie',
    addressed: 'Autor i osoby, do których to jest skierowane',
    other: 'Wpuszczony imiennie',
  },
  more: plural({ one: 'i jeszcze {n} osoba', few: 'i jeszcze {n} osoby', many: 'i jeszcze {n} osób' }),
  voice: (p) => `Może to otworzyć również ${p.portal}.`,
}
