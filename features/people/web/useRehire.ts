import { useMutation } from '@tanstack/react-query'
import { queries } from '#ui/queries.ts'
import { people } from './api.ts'

/** Lets a dismissed person in again. */
export function useRehire() {
  return useMutation({
    ...people.rehire.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: people.key() }),
  })
}
