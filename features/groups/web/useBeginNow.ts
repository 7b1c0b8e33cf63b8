import { useMutation } from '@tanstack/react-query'
import { queries } from '#ui/queries.ts'
import { groups } from './api.ts'

/** Keeps what was said in a group until now for the team, before the first person from outside comes (GRP-3). */
export const useBeginNow = () =>
  useMutation({ ...groups.beginNow.mutationOptions(), onSuccess: () => queries.invalidateQueries() })
