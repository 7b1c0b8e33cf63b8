import { useMutation, useQueryClient } from '@tanstack/react-query'
import { comments } from './api.ts'

/** Deletes a comment; `removed` offers to put it back. */
export function useRemoveComment(removed: (id: string) => void) {
  const cache = useQueryClient()
  return useMutation(
    comments.remove.mutationOptions({
      onSuccess: async (_done, { id }) => {
        removed(id)
        await cache.invalidateQueries({ queryKey: comments.key() })
      },
    }),
  )
}
