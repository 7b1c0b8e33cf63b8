import { ORPCError } from '@orpc/client'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Readers } from '#ui/controls/audience.ts'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import { feed } from '../../web/api.ts'
import { addressingWords } from '../words.ts'
import { asked, type Chosen } from './chosen.ts'

interface Mix {
  readers: Readers | undefined
  problem?: string
  /** Those of them who cannot be written to together. */
  strangers?: Chosen[]
}

/** Who would read what is written to these, or why it cannot be written to them together; null asks nothing. */
export function useMixReaders(chosen: readonly Chosen[] | null): Mix {
  const shared = useWords(uiWords)
  const words = useWords(feedWords)
  const toWords = useWords(addressingWords)
  const input = chosen && chosen.length > 0 ? { to: asked(chosen) } : skipToken
  const { data, error } = useQuery({
    ...feed.readersOf.queryOptions({ input }),
    placeholderData: keepPreviousData,
    // A rule says no, and says it again if asked again.
    retry: false,
  })
  if (error) {
    const among = amongIn(error)
    return {
      readers: undefined,
      problem: sentenceOf(error, shared, { ...words.rules, ...toWords.rules }),
      strangers: (chosen ?? []).filter(({ id }) => among.includes(id)),
    }
  }
  return { readers: data && { ...data, audience: 'everyone' } }
}

/** Of whom a refusal is true, by their ids. */
const amongIn = (error: unknown): readonly unknown[] => {
  const data: unknown = error instanceof ORPCError ? error.data : null
  return typeof data === 'object' && data !== null && 'among' in data && Array.isArray(data.among) ? data.among : []
}
