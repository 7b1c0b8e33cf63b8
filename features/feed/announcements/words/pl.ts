import { plural, type Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of announcements, in Polish. */
export const pl: Words<typeof en, 'pl'> = {
  announcement: 'Ogłoszenie',
  willAsk: 'Czytelnicy zostaną poproszeni o potwierdzenie przeczytania.',
  remove: 'Nie proś o to',
  asks: 'To ogłoszenie czeka na potwierdzenie, że zostało przez Ciebie przeczytane.',
  confirm: 'Przeczytane',
  youConfirmed: 'Przeczytanie potwierdzone',
  toConfirm: 'Do potwierdzenia',
  confirmed: plural({ one: 'Potwierdziła {n} osoba', few: 'Potwierdziły {n} osoby', many: 'Potwierdziło {n} osób' }),
  manyConfirmed: (p) => `Potwierdziło ponad ${p.most} osób`,
  nobodyConfirmed: 'Nikt jeszcze nie potwierdził',
  who: 'Kto przeczytał',
  of: {
    waiting: plural({ one: 'Jeszcze nie: {n}', few: 'Jeszcze nie: {n}', many: 'Jeszcze nie: {n}' }),
    confirmed: plural({ one: 'Potwierdzone: {n}', few: 'Potwierdzone: {n}', many: 'Potwierdzone: {n}' }),
  },
  nobody: { waiting: 'Potwierdzili wszyscy, którzy to czytają.', confirmed: 'Nikt jeszcze nie potwierdził.' },
  remind: 'Przypomnij tym, którzy jeszcze nie potwierdzili',
  reminded: 'Przypomnienie wysłane',
  rules: {
    KEEPERS_SEE_READERS: 'Kto przeczytał, widzą autor i osoby zarządzające grupą.',
    AUTHOR_SEES_READERS: 'Kto przeczytał, widzi tylko autor.',
    REMINDED_TODAY: 'W ciągu ostatniej doby dostali już przypomnienie. Poczekaj do jutra.',
    OWN_ANNOUNCEMENT: 'Autor ogłoszenia go nie potwierdza.',
    ONLY_READ_HERE: 'Twoja grupa jest w archiwum: to można tylko czytać.',
    GROUP_ARCHIVED: 'Ta grupa jest w archiwum: można ją tylko czytać. Właściciel może ją otworzyć ponownie.',
  },
}
