import { useState, type RefObject } from 'react'
import { fieldErrorsOf, sentenceOf, type RuleWords } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import type { useUnread } from './useUnread.ts'

interface SendingOf {
  /** Why it cannot be sent yet: for whom it is was not said. */
  unaddressed: string | undefined
  /** Stands around the choices of whom it is for: the focus goes there when they are missing. */
  choices: RefObject<HTMLDivElement | null>
  unread: ReturnType<typeof useUnread>
  /** What else is missing, as a sentence; whoever says it puts the focus to where it is mended. */
  missing: () => string | null
  /** Resolves when it was taken; when it throws, what was written stays and the reason is the problem. */
  send: () => Promise<unknown>
  /** The feature's own sentences for its rules. */
  rules?: RuleWords | undefined
}

/** Sends what was written: once at a time, and only when it is said for whom it is and what becomes of mentions and links that will not reach its readers. */
export function useSending({ unaddressed, choices, unread, missing, send, rules }: SendingOf) {
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const [sending, setSending] = useState(false)
  const [insisted, setInsisted] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function submit() {
    if (sending) return
    if (unaddressed) {
      setInsisted(unaddressed)
      return choices.current?.querySelector('input')?.focus()
    }
    const lacking = missing() ?? (unread.open.length > 0 ? words.decideFirst : null)
    if (lacking) return setProblem(lacking)
    setSending(true)
    setProblem(null)
    try {
      if ((await unread.askLinks()).length > 0) return setProblem(words.link.decideFirst)
      await send()
      unread.forget()
    } catch (error) {
      const sentences = { ...words.rules, ...rules }
      const [field] = Object.values(fieldErrorsOf(error, shared, sentences))
      setProblem(field ?? sentenceOf(error, shared, sentences))
    } finally {
      setSending(false)
    }
  }

  return {
    sending,
    problem,
    /** It was tried without saying for whom it is. */
    insisted: unaddressed !== undefined && insisted === unaddressed,
    submit: () => void submit(),
    /** What was written is other than what the problem was with. */
    changed: () => setProblem(null),
  }
}

/** What a composer knows of its sending. */
export type Sending = ReturnType<typeof useSending>
