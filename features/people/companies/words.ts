import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about the companies that external people belong to. */
export const companiesWords = catalogue({ en, ru, pl })
