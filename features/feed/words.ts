import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What the feed says on screens. */
export const feedWords = catalogue({ en, ru, pl })
