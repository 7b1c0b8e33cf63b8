import { useMutation } from '@tanstack/react-query'
import { forgetEverything } from '#ui/live.ts'
import { queries } from '#ui/queries.ts'
import { groups } from './api.ts'

/** Archives a group and reopens it. What one may do in each of its tools changes with it, so everything is asked again. */
export function useArchiving(done?: () => void) {
  const after = {
    async onSuccess() {
      done?.()
      await queries.invalidateQueries()
    },
  }
  const archive = useMutation({ ...groups.archive.mutationOptions(), ...after })
  const reopen = useMutation({ ...groups.reopen.mutationOptions(), ...after })
  const remove = useMutation({
    ...groups.delete.mutationOptions(),
    onSuccess() {
      done?.()
      forgetEverything(queries)
    },
  })
  return { archive, reopen, remove }
}
