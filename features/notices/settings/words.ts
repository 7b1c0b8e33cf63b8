import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words with which one says how one wants to be told. */
export const settingsWords = catalogue({ en, ru, pl })
