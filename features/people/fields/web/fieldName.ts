import type { Language } from '#ui/words/catalogue.ts'
import type { Field } from '../contract.ts'

/** What a field is called for its reader: in their language, or in another that it has a name in. */
export const fieldName = (names: Field['names'], language: Language): string =>
  names[language] || names.en || names.ru || names.pl
