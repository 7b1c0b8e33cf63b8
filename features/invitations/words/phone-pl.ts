import type { Words } from '#ui/words/catalogue.ts'
import type { byPhoneInEnglish } from './phone-en.ts'

/** The words of inviting and coming by mobile number, in Polish. */
export const byPhoneInPolish: Words<typeof byPhoneInEnglish, 'pl'> = {
  field: 'Adresy e-mail lub numery komórkowe',
  fieldHint: 'Jeden lub kilka, można wkleić listę. Na numery przyjdzie SMS.',
  number: 'Twój numer komórkowy',
  numberHint: 'Będziesz się logować kodem, który na niego przyjdzie. Hasło i adres e-mail możesz dodać później.',
  message: {
    inside: (p) => `${p.who} zaprasza Cię do „${p.room}” w portalu ${p.portal}: ${p.url}`,
    lobby: (p) => `${p.who} proponuje Cię do „${p.room}” w portalu ${p.portal}; odpowie właściciel grupy. ${p.url}`,
  },
}
