import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What groups say on screens. */
export const groupsWords = catalogue({ en, ru, pl })
