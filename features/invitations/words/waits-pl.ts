import type { Words } from '#ui/words/catalogue.ts'
import type { waitsInEnglish } from './waits-en.ts'

/** The same in Polish. */
export const waitsInPolish: Words<typeof waitsInEnglish, 'pl'> = {
  forComer: (p) => `Co tam na Ciebie czeka: ${p.things}.`,
  whatYouSee: 'wszystko, co powstanie od dnia, w którym dołączysz',
  unsaid: 'Tam ludzie z tej grupy piszą do siebie i prowadzą swoje zadania.',
  forInviter: (p) => `Zobaczą: ${p.things}. Nie zobaczą struktury, innych grup ani rozmów tylko dla zespołu.`,
  whatTheySee: 'wszystko, co powstanie od dnia, w którym dołączą',
  ofCompany: 'Osoby z firmy, która już tu jest, zobaczą też jej rozmowy z zespołem.',
}
