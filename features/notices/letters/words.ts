import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of letters about notices, and of muting and taking back. */
export const lettersWords = catalogue({ en, ru, pl })
