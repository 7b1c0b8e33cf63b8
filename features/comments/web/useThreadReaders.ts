import { useReaders, type Address } from '#features/groups/web/door.tsx'
import type { Place } from '#features/writing/web/door.tsx'
import type { Readers } from '#ui/controls/audience.ts'
import type { LaneName } from '../contract.ts'

/** Where a thing stands that people talk below: in a group and for whom of it, or between the people who are named. */
export type ThreadPlace =
  | {
      groupId: string
      tool: 'feed' | 'tasks'
      voice: boolean
      archived: boolean
      audience: 'everyone' | 'team' | 'lane'
      lane: LaneName | null
    }
  | { groupId: null; voice: false; readers: Readers | undefined }

/** Where a comment stands, for whom one can mention in it. */
export const writingPlace = (threadId: string, place: ThreadPlace, address: Address): Place =>
  place.groupId === null
    ? // Nobody else is mentioned there.
      { groupId: null, threadId, tool: 'tasks', audience: 'everyone' }
    : {
        groupId: place.groupId,
        tool: place.tool,
        audience: place.audience === 'team' ? 'team' : address.audience,
        laneId: address.lane?.id ?? place.lane?.id,
      }

/** Who will read a comment: who reads the thing, or fewer, if it is addressed so. */
export function useThreadReaders(place: ThreadPlace, address: Address): Readers | undefined {
  const team = place.groupId !== null && (place.audience === 'team' || address.audience === 'team')
  const laneId = address.lane?.id ?? (place.groupId !== null ? place.lane?.id : undefined)
  const tool = place.groupId !== null ? place.tool : undefined
  const inGroup = useReaders(place.groupId, team ? 'team' : 'everyone', team ? { tool } : { laneId, tool })
  return place.groupId === null ? place.readers : inGroup
}
