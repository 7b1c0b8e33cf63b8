import { UnstyledButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import { comments } from './api.ts'
import classes from './Comments.module.css'

/** Milliseconds that one can think again; the server waits longer. */
const stays = 12_000

/** Says that a comment was deleted, and puts it back. */
export function Removed({ id, close }: { id: string; close: () => void }) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const restore = useMutation(
    comments.restore.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: comments.key() })
        close()
      },
    }),
  )
  const { isIdle } = restore
  useEffect(() => {
    const timer = isIdle ? setTimeout(close, stays) : undefined
    return () => clearTimeout(timer)
  }, [isIdle, close])
  return (
    <div className={classes.removed}>
      <span role="status">{words.removed}</span>
      <UnstyledButton className={classes.undo} disabled={restore.isPending} onClick={() => restore.mutate({ id })}>
        {words.undo}
      </UnstyledButton>
      <FormError text={restore.error && sentenceOf(restore.error, shared, words.rules)} />
    </div>
  )
}
