import { IconPinned, IconPinnedOff, IconStar, IconStarOff } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RecordAct } from '#ui/controls/RecordMenu.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import type { Marks } from '../contract.ts'
import { keeping } from './api.ts'
import { keepMarks } from './keepMarks.ts'

interface Marking {
  marks: Marks | null
  acts: RecordAct[]
  /** Why the last of them was not done. */
  problem: string | null
}

/** What a post is to the person, `given` by the list that shows it or asked for, and what they can do about that. */
export function useMarks(id: string, given: Marks | null | undefined): Marking {
  const words = useWords(feedWords)
  const sentences = useWords(uiWords)
  const cache = useQueryClient()
  const { data } = useQuery({ ...keeping.marks.queryOptions({ input: { id } }), enabled: !given })
  const keep = { onSuccess: (marks: Marks) => keepMarks(cache, id, marks) }
  const favour = useMutation(keeping.favour.mutationOptions(keep))
  const unfavour = useMutation(keeping.unfavour.mutationOptions(keep))
  const pin = useMutation(keeping.pin.mutationOptions(keep))
  const unpin = useMutation(keeping.unpin.mutationOptions(keep))
  const error = pin.error ?? unpin.error ?? favour.error ?? unfavour.error
  const marks = given ?? data ?? null
  if (!marks) return { marks, acts: [], problem: null }
  const star = marks.favourite
    ? { label: words.keep.unfavour, icon: IconStarOff, onClick: () => unfavour.mutate({ id }) }
    : { label: words.keep.favour, icon: IconStar, onClick: () => favour.mutate({ id }) }
  const pinning = marks.pinned
    ? { label: words.keep.unpin, icon: IconPinnedOff, onClick: () => unpin.mutate({ id }) }
    : { label: words.keep.pin, icon: IconPinned, onClick: () => pin.mutate({ id }) }
  return {
    marks,
    acts: marks.mayPin ? [star, pinning] : [star],
    problem: error && sentenceOf(error, sentences, words.rules),
  }
}
