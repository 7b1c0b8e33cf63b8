import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { keepPost } from '../../web/keepPost.ts'
import type { Poll } from '../contract.ts'
import { pollsWords } from '../words.ts'
import { polls } from './api.ts'

/** What somebody is choosing in a poll, and what voting and ending it come to. */
export function usePoll(post: Post, poll: Poll) {
  const words = useWords(pollsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const own = poll.options.flatMap((option) => (option.mine ? [option.id] : []))
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const chosen = picked ?? own
  const acting = {
    onMutate: () => setProblem(null),
    onError: (error: unknown) => setProblem(sentenceOf(error, shared, words.rules)),
    onSuccess: (answer: Poll) => {
      setPicked(null)
      keepPost(cache, { ...post, poll: answer })
    },
  }
  const voting = useMutation(polls.vote.mutationOptions(acting))
  const ending = useMutation(polls.endPoll.mutationOptions(acting))
  const { id } = post
  return {
    chosen,
    /** Whether that is other than what they voted. */
    changed: chosen.length !== own.length || chosen.some((option) => !own.includes(option)),
    problem,
    busy: voting.isPending || ending.isPending,
    pick(option: string, on: boolean) {
      setProblem(null)
      if (!poll.several) setPicked([option])
      else setPicked(on ? [...chosen, option] : chosen.filter((one) => one !== option))
    },
    vote() {
      if (chosen.length === 0) setProblem(words.chooseFirst)
      else voting.mutate({ id, options: [...chosen] })
    },
    takeBack: () => voting.mutate({ id, options: [] }),
    end: () => ending.mutate({ id }),
  }
}
