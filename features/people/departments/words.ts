import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about the structure of the company. */
export const departmentsWords = catalogue({ en, ru, pl })
