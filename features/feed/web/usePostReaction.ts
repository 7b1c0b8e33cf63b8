import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Post } from '../contract.ts'
import { feed } from './api.ts'
import { keepPost } from './keepPost.ts'

/** What reacts to a post and takes that back; every list that shows the post knows of it before they resolve. */
export function usePostReaction() {
  const cache = useQueryClient()
  const keep = { onSuccess: (answer: Post) => keepPost(cache, answer) }
  const { mutateAsync: give } = useMutation(feed.react.mutationOptions(keep))
  const { mutateAsync: take } = useMutation(feed.takeReaction.mutationOptions(keep))
  return { give, take }
}
