import { useMutation } from '@tanstack/react-query'
import { useOpenAddress } from '#ui/shell/over.ts'
import { queries } from '#ui/queries.ts'
import { groups } from './api.ts'

/** Joins an open group and goes into it. */
export function useJoin(groupId: string) {
  const open = useOpenAddress()
  return useMutation({
    ...groups.join.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: groups.key() })
      open(`/groups/${groupId}`)
    },
  })
}
