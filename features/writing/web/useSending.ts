import { ORPCError } from '@orpc/client'
import { useState, type RefObject } from 'react'
import { fieldErrorsOf, sentenceOf, type RuleWords } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import type { useUnread } from './useUnread.ts'

/** What the server refuses until one says that one knows it. */
const unreached = new Set(['MENTION_UNREAD', 'LINK_UNOPENED'])

interface SendingOf {
  /** Why it cannot be sent yet: for whom it is was not said. */
  unaddressed: string | undefined
  /** Stands around the choices of whom it is for: the focus goes there when they are missing. */
  choices: RefObject<HTMLDivElement | null>
  unread: ReturnType<typeof useUnread>
  /** What else is missing, as a sentence; whoever says it puts the focus to where it is mended. */
  missing: () => string | null
  /** `unread` says that one knows what of it will not reach its readers. Resolves when it was taken; when it throws, what was written stays and the reason is the problem. */
  send: (unread: boolean) => Promise<unknown>
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

  const [stopped, setStopped] = useState(false)
  async function submit(knowing = false) {
    if (sending) return
    if (unaddressed) {
      setInsisted(unaddressed)
      return choices.current?.querySelector('input')?.focus()
    }
    const lacking = missing()
    if (lacking) return setProblem(lacking)
    setSending(true)
    setProblem(null)
    setStopped(false)
    try {
      const undecided = knowing ? null : await unread.decideFirst()
      if (undecided) return setProblem(undecided)
      await send(knowing || unread.known)
      unread.forget()
    } catch (error) {
      setStopped(error instanceof ORPCError && unreached.has(String(error.code)))
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
    /** It was refused since not all of it reaches its readers: sends it all the same, now that one knows. */
    insist: stopped ? () => void submit(true) : null,
    /** What was written is other than what the problem was with. */
    changed() {
      setProblem(null)
      setStopped(false)
    },
  }
}

/** What a composer knows of its sending. */
export type Sending = ReturnType<typeof useSending>
