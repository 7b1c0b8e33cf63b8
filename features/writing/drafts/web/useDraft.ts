import { useDebouncedCallback } from '@mantine/hooks'
import { ORPCError } from '@orpc/client'
import { useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { failureOf } from '#ui/errors.ts'

/** Milliseconds after the last change, of one change after another, and after the portal was not reached. */
const pause = { usual: 700, longest: 5000, again: 5000 }

/** A draft as the portal answers it, whatever else is in it. */
interface Kept {
  id: string
  version: string
}

/** How a composer reaches what is begun in it. */
export interface DraftCalls<Draft extends Kept, Body> {
  /** Which composer it is: two that stand open at once know of each other by it. */
  key: QueryKey
  ask: () => Promise<{ draft: Draft | null }>
  keep: (body: Body, began: string | null) => Promise<Kept>
  drop: (began: string) => Promise<unknown>
}

interface Drafting<Draft extends Kept, Body> {
  /** Null where nothing is kept. */
  calls: DraftCalls<Draft, Body> | null
  /** All that stands in the composer, as it is kept. */
  body: Body
  /** Nothing stands in it. */
  empty: boolean
  /** Puts what was begun into the composer, in place of what stands there; null empties it. */
  bring: (draft: Draft | null) => void
}

/**
 * Keeps what stands in a composer on the server while it changes, and brings back what was begun: after a reload, in another browser, beside this one. What was
 * changed elsewhere comes in by itself where nothing was changed here; where something was, it is said, and neither is lost until that is decided.
 */
export function useDraft<Draft extends Kept, Body>({ calls, body: written, empty, bring }: Drafting<Draft, Body>) {
  const cache = useQueryClient()
  const queryKey = calls?.key ?? ['drafts', 'none']
  const body = JSON.stringify(written)
  const { data } = useQuery<{ draft: Draft | null }>({
    queryKey,
    queryFn: () => calls?.ask() ?? { draft: null },
    enabled: calls !== null,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
  })
  /** What the server has of it as far as this composer knows, and what stood here when both were the same. */
  const known = useRef<Kept | null>(null)
  const same = useRef<string | null>(body)
  const now = useRef({ calls, written, body, empty, bring })
  useEffect(() => {
    now.current = { calls, written, body, empty, bring }
    // What was brought in stands here by now.
    same.current ??= body
  })
  const busy = useRef(false)
  const running = useRef<Promise<void>>(Promise.resolve())
  const [saved, setSaved] = useState<string | null>(null)
  /** What stands on the server in place of what this composer began from. */
  const [other, setOther] = useState<{ draft: Draft | null } | null>(null)

  function take(draft: Draft | null) {
    known.current = draft
    same.current = null
    setOther(null)
    now.current.bring(draft)
  }

  function hear({ draft }: { draft: Draft | null }) {
    const before = known.current
    if (busy.current || draft?.version === before?.version) return
    // An answer that was on its way while this one was kept. Versions grow with time.
    if (draft && before && draft.version < before.version) return
    if (now.current.body === same.current) take(draft)
    else setOther({ draft })
  }
  const heard = useRef(hear)
  useEffect(() => {
    heard.current = hear
  })
  useEffect(() => {
    if (data) heard.current(data)
  }, [data])

  // What was written meanwhile, or was not taken.
  const [turn, setTurn] = useState(0)
  const again = () => setTurn((before) => before + 1)
  async function save() {
    const { calls: here, written: all, body: text, empty: nothing } = now.current
    if (!here || busy.current || text === same.current) return
    busy.current = true
    const before = known.current
    try {
      if (!nothing) known.current = await here.keep(all, before?.version ?? null)
      else if (before) {
        await here.drop(before.version)
        known.current = null
      }
      same.current = text
      setSaved(nothing ? null : text)
    } catch (error) {
      if (error instanceof ORPCError && error.code === 'DRAFT_CHANGED') setOther(await here.ask())
      else if (failureOf(error) === 'offline') setTimeout(again, pause.again)
    } finally {
      busy.current = false
    }
    if (now.current.body !== text) again()
  }
  const keep = useDebouncedCallback(
    () => {
      running.current = save()
    },
    {
      delay: pause.usual,
      maxWait: pause.longest,
      flushOnUnmount: true,
    },
  )
  const asked = calls !== null && data !== undefined
  useEffect(() => {
    if (asked && !other && same.current !== null && body !== same.current) keep()
  }, [asked, other, body, turn, keep])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') keep.flush()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => document.removeEventListener('visibilitychange', hidden)
  }, [keep])

  return {
    /** Whether all that stands here is kept. */
    saved: saved !== null && saved === body && !other,
    /** Something else was begun, sent or thrown away elsewhere, and this is not what stands there. */
    other: other && {
      gone: other.draft === null,
      take: () => take(other.draft),
      insist() {
        known.current = other.draft
        setOther(null)
      },
    },
    /** Nothing is kept while it is sent; answers what it is a draft of until then. */
    async sending(): Promise<{ id: string } | undefined> {
      keep.cancel()
      await running.current
      keep.cancel()
      busy.current = true
      return known.current ? { id: known.current.id } : undefined
    },
    /** It was sent, or it was not and stands here as before. */
    sent(done: boolean) {
      busy.current = false
      if (!done) return again()
      known.current = null
      same.current = null
      setSaved(null)
      setOther(null)
      if (calls) cache.setQueryData(queryKey, { draft: null })
    },
  }
}
