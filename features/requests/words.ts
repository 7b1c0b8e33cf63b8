import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of requests and of the lobby: on screens and in letters. */
export const requestsWords = catalogue({ en, ru, pl })
