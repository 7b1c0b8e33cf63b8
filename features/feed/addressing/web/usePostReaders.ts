import { skipToken, useQuery } from '@tanstack/react-query'
import type { Readers } from '#ui/controls/audience.ts'
import type { Post } from '../../contract.ts'
import { feed } from '../../web/api.ts'

/** Who reads a post that stands in no group: for the line under what is written below it. */
export function usePostReaders({ id, group }: Post): Readers | undefined {
  const { data } = useQuery(feed.readers.queryOptions({ input: group ? skipToken : { id } }))
  return data && { ...data, audience: 'everyone' }
}
