import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What records of groups and copies of one's own data say: on screens, in the archive, in the letter. */
export const exportsWords = catalogue({ en, ru, pl })
