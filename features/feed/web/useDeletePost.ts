import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useOver } from '#ui/shell/over.ts'
import { feed } from './api.ts'
import { offerUndo } from './undo.ts'

/** Deletes a post, offers to take that back, and leaves its page where it stood open over another. */
export function useDeletePost({ open }: { open: boolean }) {
  const cache = useQueryClient()
  const { over, close } = useOver()
  return useMutation(
    feed.remove.mutationOptions({
      onSuccess: async (_done, { id }) => {
        offerUndo(id)
        // What stood open over the page is there no more.
        if (open && over) close()
        await cache.invalidateQueries({ queryKey: feed.key() })
      },
    }),
  )
}
