import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about doing something to many people from outside at once. */
export const actsWords = catalogue({ en, ru, pl })
