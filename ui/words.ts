import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'
import { catalogue } from './words/catalogue.ts'

/** The words of the shell and of the controls that every feature shares. */
export const uiWords = catalogue({ en, ru, pl })
