import type { Language } from '#ui/words/catalogue.ts'

/** Each language by the name that its speakers call it. */
export const namesOfLanguages: Record<Language, string> = { en: 'English', ru: 'Русский', pl: 'Polski' }
