import { en } from './words-of-ui/en.ts'
import { pl } from './words-of-ui/pl.ts'
import { ru } from './words-of-ui/ru.ts'
import { catalogue } from './words/catalogue.ts'

/** The words of the shell and of the controls that every feature shares. */
export const uiWords = catalogue({ en, ru, pl })
