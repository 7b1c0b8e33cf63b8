import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about people: the directory, a profile, the administration. */
export const peopleWords = catalogue({ en, ru, pl })
