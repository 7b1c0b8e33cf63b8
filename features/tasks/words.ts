import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of tasks: on screens and in the letter about one. */
export const tasksWords = catalogue({ en, ru, pl })
