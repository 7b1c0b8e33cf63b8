import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of the set-up, the portal's settings and its kept letters. */
export const portalWords = catalogue({ en, ru, pl })
