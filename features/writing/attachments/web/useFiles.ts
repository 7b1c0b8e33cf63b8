import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { sizeOf } from '#ui/words/size.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Attachment } from '../../contract.ts'
import { writingWords } from '../../words.ts'
import { writing } from '../../web/api.ts'
import { sendBody } from '../../web/sendBody.ts'
import { begun, heldOf, letGoOf, type Held } from './held.ts'

/** So many are sent at a time; the others wait. */
const atOnce = 2

const none: Attachment[] = []

/**
 * The files of a composer. Each is sent as soon as it is chosen; one that does not come through stays there with the reason, and the words beside it are
 * not touched. `stored` stand there already.
 */
export function useFiles(stored: Attachment[] = none) {
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const [held, setHeld] = useState<readonly Held[]>(() => stored.map(heldOf))
  const [problem, setProblem] = useState<string | null>(null)
  const throwAway = useMutation(writing.throwAttachment.mutationOptions())
  const waiting = useRef<Held[]>([])
  const sending = useRef(new Map<string, AbortController>())
  const change = (key: string, to: Partial<Held>) =>
    setHeld((before) => before.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const present = useRef(held)
  useEffect(() => {
    present.current = held
  })
  useEffect(() => {
    const running = sending.current
    return () => {
      waiting.current = []
      for (const one of running.values()) one.abort()
      letGoOf(present.current)
    }
  }, [])

  async function send(held: Held) {
    const { key, file, name } = held
    if (!file) return
    const broken = new AbortController()
    sending.current.set(key, broken)
    try {
      const attachment = await sendBody<Attachment>(`/api/v1/attachments?name=${encodeURIComponent(name)}`, file, {
        went: (percent) => change(key, { percent }),
        signal: broken.signal,
      })
      change(key, { attachment, percent: 100 })
    } catch (error) {
      if (!broken.signal.aborted) change(key, { problem: sentenceOf(error, shared, words.rules) })
    } finally {
      sending.current.delete(key)
      next()
    }
  }

  function next() {
    while (sending.current.size < atOnce) {
      const one = waiting.current.shift()
      if (!one) return
      void send(one)
    }
  }

  /** Why a file cannot be sent at all. */
  function against({ size }: File, bytes: number): string | null {
    if (size > bytes) return words.files.tooLarge({ size: sizeOf(bytes, language) })
    return size === 0 ? words.files.empty : null
  }

  return {
    held,
    problem,
    /** Those that are there, in their order. */
    ids: held.flatMap(({ attachment }) => attachment?.id ?? []),
    /** Why it cannot be sent yet. */
    missing(): string | null {
      if (held.some(({ attachment, problem: failed }) => !attachment && !failed)) return words.files.wait
      return held.some(({ problem: failed }) => failed) ? words.files.decideFirst : null
    },
    async add(files: Iterable<File>) {
      const chosen = [...files]
      if (chosen.length === 0) return
      setProblem(null)
      const { bytes, files: most } = await cache
        .fetchQuery(writing.limits.queryOptions({ staleTime: Infinity }))
        .catch(() => ({ bytes: Infinity, files: Infinity }))
      const fitting = chosen.slice(0, Math.max(0, most - held.length))
      if (fitting.length < chosen.length) setProblem(words.files.tooMany(most))
      const fresh = fitting.map(begun).map((one) => ({ ...one, problem: one.file && against(one.file, bytes) }))
      setHeld((before) => [...before, ...fresh])
      waiting.current.push(...fresh.filter((one) => one.problem === null))
      next()
    },
    retry(one: Held) {
      change(one.key, { problem: null, percent: 0 })
      waiting.current.push(one)
      next()
    },
    /** Breaks it off, or takes it out. */
    remove(one: Held) {
      waiting.current = waiting.current.filter(({ key }) => key !== one.key)
      sending.current.get(one.key)?.abort()
      letGoOf([one])
      setHeld((before) => before.filter(({ key }) => key !== one.key))
      setProblem(null)
      // What stood there before stays with what was said before.
      if (one.file && one.attachment) throwAway.mutate({ id: one.attachment.id })
    },
    /** Brings back those of what was begun, in place of those that stand there. */
    bring(begunBefore: Attachment[]) {
      letGoOf(held)
      setHeld(begunBefore.map(heldOf))
      setProblem(null)
    },
    clear() {
      letGoOf(held)
      setHeld([])
      setProblem(null)
    },
  }
}

/** What a composer knows of its files. */
export type Files = ReturnType<typeof useFiles>
