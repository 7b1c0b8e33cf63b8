import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** The words of invitations: screens, the page behind the letter, and the letter. */
export const invitationsWords = catalogue({ en, ru, pl })
