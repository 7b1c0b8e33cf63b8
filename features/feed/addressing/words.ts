import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words for whom a post is addressed to. */
export const addressingWords = catalogue({ en, ru, pl })
