import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about those from outside whom they oversee. */
export const externalsWords = catalogue({ en, ru, pl })
