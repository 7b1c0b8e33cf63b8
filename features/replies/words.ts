import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of letters that come back: on the page of administrators, in comments, and in the letter about a refusal. */
export const repliesWords = catalogue({ en, ru, pl })
