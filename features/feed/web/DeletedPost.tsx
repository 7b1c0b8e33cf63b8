import { Button, CloseButton, Paper, Portal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import { feed } from './api.ts'
import classes from './DeletedPost.module.css'
import { useUndo, withdrawUndo } from './undo.ts'

/** Milliseconds in which it is offered: a little fewer than the server gives. */
const offered = 18_000

/** Says that a post is deleted and takes it back, wherever one has gone meanwhile. */
export function DeletedPost() {
  const postId = useUndo()
  return postId && <Offer key={postId} postId={postId} />
}

function Offer({ postId }: { postId: string }) {
  const words = useWords(feedWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const restore = useMutation(
    feed.restore.mutationOptions({
      onSuccess: async () => {
        withdrawUndo()
        await cache.invalidateQueries({ queryKey: feed.key() })
      },
    }),
  )
  useEffect(() => {
    const end = setTimeout(withdrawUndo, offered)
    return () => clearTimeout(end)
  }, [])
  return (
    <Portal>
      <Paper className={classes.bar ?? ''} shadow="md" withBorder role="status">
        <span>{restore.error ? sentenceOf(restore.error, shared) : words.deleted}</span>
        {!restore.error && (
          <Button
            size="compact-sm"
            variant="light"
            loading={restore.isPending}
            onClick={() => restore.mutate({ id: postId })}
          >
            {words.undo}
          </Button>
        )}
        <CloseButton size="sm" aria-label={shared.close} onClick={withdrawUndo} />
      </Paper>
    </Portal>
  )
}
