import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of signing in, of one's own security, and of the letters about both. */
export const accountWords = catalogue({ en, ru, pl })
