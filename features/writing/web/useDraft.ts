import { useDebouncedCallback } from '@mantine/hooks'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JSONContent } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import type { Attachment } from '../contract.ts'
import { writing } from './api.ts'
import type { Place } from './place.ts'
import { ofLines, toEdit } from './tidy.ts'
import { said, type Value } from './value.ts'

/** Milliseconds after the last letter. */
const pause = 1000

/** Something begun before, as the editor takes it in. */
export interface Begun {
  /** Where it was begun. */
  key: string
  content: JSONContent
  text: string
  attachments: Attachment[]
}

/** What is being written, with the files that are there. */
export type Whole = Value & { attachmentIds: string[] }

const isNothing = ({ empty, attachmentIds }: Whole): boolean => empty && attachmentIds.length === 0

/**
 * Keeps what is being written on the server, for its place, and brings back what was begun there: after a reload, or in another browser. `place` is null
 * where nothing is kept: while it is not said for whom it is.
 */
export function useDraft(place: Place | null, value: Whole) {
  const words = useWords(writingWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const { groupId, audience, laneId } = place ?? { groupId: null, audience: 'everyone' as const }
  const where = groupId ? { id: groupId, audience, ...(laneId ? { laneId } : {}) } : null
  const key = where ? JSON.stringify(where) : ''
  const asked = writing.draft.queryOptions({ input: where ?? skipToken })
  // What is written here is newer than any answer; only a composer that opens anew asks.
  const { data } = useQuery({ ...asked, staleTime: Infinity, gcTime: 0 })
  const [begun, setBegun] = useState<Begun | null>(null)
  const [seen, setSeen] = useState('')
  if (data && seen !== key) {
    setSeen(key)
    const { draft } = data
    const unknown = { person: shared.formerParticipant, group: words.someGroup }
    if (draft && isNothing(value))
      setBegun({
        key,
        content: draft.document ? toEdit(draft.document, draft.mentions, unknown) : ofLines(draft.text),
        text: draft.text,
        attachments: draft.attachments,
      })
  }
  const save = useMutation(writing.saveDraft.mutationOptions())
  const drop = useMutation(writing.throwDraft.mutationOptions())
  /** Where something is kept at present. */
  const kept = useRef<typeof where>(null)
  const found = data?.draft ? where : null
  useEffect(() => {
    kept.current ??= found
  })
  const keep = useDebouncedCallback(
    (next: Whole) => {
      const before = kept.current
      if (before && (isNothing(next) || JSON.stringify(before) !== key)) drop.mutate(before)
      kept.current = isNothing(next) ? null : where
      if (where && !isNothing(next)) save.mutate({ ...where, ...said(next), attachmentIds: next.attachmentIds })
    },
    { delay: pause, flushOnUnmount: true },
  )
  const written = useRef(value)
  useEffect(() => {
    written.current = value
  })
  // For somebody else now: it is kept there, and not where it was begun.
  useEffect(() => {
    if (key && !isNothing(written.current)) keep(written.current)
  }, [key, keep])
  return {
    begun,
    keep,
    /** Whether all of it is kept. */
    saved: save.isSuccess && !isNothing(value),
    /** It was sent, and with that the server has forgotten it. */
    sent() {
      keep.cancel()
      kept.current = null
      save.reset()
      cache.setQueryData(asked.queryKey, { draft: null })
    },
  }
}
