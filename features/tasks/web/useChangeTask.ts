import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { tasks } from './api.ts'

/** Changes one thing about a task; `problem` says why it was not taken. */
export function useChangeTask(id: string, done: () => void) {
  const words = useWords(tasksWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const [problem, setProblem] = useState<string | null>(null)
  const { mutate, isPending } = useMutation(
    tasks.change.mutationOptions({
      onSuccess: (task) => {
        cache.setQueryData(tasks.get.queryKey({ input: { id } }), task)
        void cache.invalidateQueries({ queryKey: tasks.key() })
        done()
      },
      onError: (error) => {
        const rules = { ...words.rules, ...words.fields }
        const [field] = Object.values(fieldErrorsOf(error, shared, rules))
        setProblem(field ?? sentenceOf(error, shared, rules))
      },
    }),
  )
  return {
    problem,
    isPending,
    change(changes: { title?: string; description?: string; responsibleId?: string; deadline?: string | null }) {
      setProblem(null)
      mutate({ id, ...changes })
    },
  }
}
