import { short } from '#platform/sms/short.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { accountWords } from '../../words.ts'

/** A code for signing in, for a new number, for showing that it is oneself; or a word that the number has changed. */
export type MessageKind = 'signIn' | 'number' | 'proof' | 'changed'

/** The text message that says so, in the reader's language. */
export const messageIn = (
  language: Language,
  kind: MessageKind,
  { code = '', portal }: { code?: string; portal: string },
): string => say(accountWords, language).phone.message[kind]({ code, portal: short(portal) })
