import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What is said of announcements on screens. */
export const announcementsWords = catalogue({ en, ru, pl })
