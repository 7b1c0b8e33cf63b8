import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What administrators read when somebody becomes employee or external, is dismissed or hired again. */
export const movingWords = catalogue({ en, ru, pl })
