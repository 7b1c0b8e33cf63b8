import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What is said of polls on screens. */
export const pollsWords = catalogue({ en, ru, pl })
