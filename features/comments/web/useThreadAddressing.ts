import { useAddressing, type Address } from '#features/groups/web/door.tsx'
import type { Comment } from '../contract.ts'
import type { ThreadPlace } from './useThreadReaders.ts'

/** For whom one speaks below a thing. Below what the team alone reads, or those who are named, there is nobody to choose. */
export function useThreadAddressing(place: ThreadPlace) {
  const chooses = place.groupId !== null && place.audience !== 'team'
  return useAddressing(chooses ? place.groupId : null, place.groupId ? place.tool : 'feed', chooses ? place.lane : null)
}

/** Those who read a comment that fewer read than what it stands below: whoever replies speaks to them. */
export const addressOf = ({ lane }: NonNullable<Comment['apart']>): Address =>
  lane ? { audience: 'everyone', lane } : { audience: 'team' }
