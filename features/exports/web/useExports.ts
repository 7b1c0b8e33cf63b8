import { useMutation, useQuery } from '@tanstack/react-query'
import { queries } from '#ui/queries.ts'
import type { Exported } from '../contract.ts'
import { exports } from './api.ts'

const lookAgainAfter = 1_000

/** Whether somebody is still at it. */
export const isBeingMade = ({ finishedAt, failedAt }: Exported): boolean => !finishedAt && !failedAt

/** What was made of late, of one group or for oneself; looked at again while one of them is being made. */
export function useExports(groupId?: string) {
  return useQuery({
    ...exports.list.queryOptions({ input: groupId ? { groupId } : {} }),
    refetchInterval: ({ state }) => (state.data?.items.some(isBeingMade) ? lookAgainAfter : false),
  })
}

const afterwards = { onSettled: () => queries.invalidateQueries({ queryKey: exports.key() }) }

/** Begins the record of a group. */
export const useMakeRecord = () => useMutation({ ...exports.ofGroup.mutationOptions(), ...afterwards })

/** Begins a copy of one's own data. */
export const useMakeCopy = () => useMutation({ ...exports.ofMe.mutationOptions(), ...afterwards })
