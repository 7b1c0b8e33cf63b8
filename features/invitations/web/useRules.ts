import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'

/** What is said where a rule refuses somebody who invites: people from outside open no settings of the portal, and hear whom to ask. */
export function useRules(): Readonly<Record<string, string>> {
  const { rules, rulesOutside } = useWords(invitationsWords)
  const { kind } = useMe()
  return kind === 'external' ? { ...rules, ...rulesOutside } : rules
}
