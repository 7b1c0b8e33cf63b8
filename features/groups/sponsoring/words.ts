import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What is said of those who answer for people from outside, and of until when those are let in. */
export const sponsoringWords = catalogue({ en, ru, pl })
