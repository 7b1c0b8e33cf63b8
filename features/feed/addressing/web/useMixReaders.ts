import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { Readers } from '#ui/controls/audience.ts'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import { feed } from '../../web/api.ts'
import { addressingWords } from '../words.ts'
import { asked, type Chosen } from './chosen.ts'

/** Who would read what is written to these, or why it cannot be written to them together; null asks nothing. */
export function useMixReaders(chosen: readonly Chosen[] | null): { readers: Readers | undefined; problem?: string } {
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
  if (error) return { readers: undefined, problem: sentenceOf(error, shared, { ...words.rules, ...toWords.rules }) }
  return { readers: data && { ...data, audience: 'everyone' } }
}
