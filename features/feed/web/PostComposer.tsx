import { IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  AddressPicker,
  addressed,
  GroupPicker,
  useAddressing,
  useGroup,
  useReaders,
} from '#features/groups/web/door.tsx'
import { WritingComposer, type Place, type Sent } from '#features/writing/web/door.tsx'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { feed, groups } from './api.ts'
import classes from './PostComposer.module.css'
import { useAdditions } from './useAdditions.tsx'

interface PostComposerProps {
  /** The group it stands in; without it the person chooses one of theirs. */
  groupId?: string
  sent?: (post: Post) => void
  /** For the head of a list: only a field until somebody goes into it. */
  folds?: boolean
  lines?: number
  inFocus?: boolean
}

/** Writes a post to a group. Colleagues choose, where people from outside are in the group, whether these read it too. */
export function PostComposer({ groupId, sent, ...look }: PostComposerProps) {
  const words = useWords(feedWords)
  const cache = useQueryClient()
  const { only, none } = useOwnGroups(!groupId)
  const [chosen, setChosen] = useState<string | null>(null)
  const to = groupId ?? chosen ?? only
  const addressing = useAddressing(to, 'feed')
  const { address, mayChoose } = addressing
  const readers = useReaders(to, address.audience, { laneId: address.lane?.id, tool: 'feed' })
  const { mutateAsync } = useMutation(
    feed.add.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: feed.key() }) }),
  )
  const place: Place = { groupId: to, tool: 'feed', audience: address.audience, laneId: address.lane?.id }
  const outside = useGroup(to)?.external ?? true
  const additions = useAdditions(place, outside && address.audience !== 'team')
  const send = async (written: Sent) => {
    if (!to) return
    const post = await mutateAsync({ groupId: to, ...written, ...additions.added(), ...addressed(address) })
    addressing.sent()
    additions.clear()
    sent?.(post)
  }
  // Somebody whom no group lets post has nowhere to write to.
  if (none) return look.folds ? null : <EmptyState icon={IconUsersGroup} {...words.noGroups} />
  return (
    <WritingComposer
      label={groupId || only ? words.write : words.writeSomewhere}
      place={place}
      readers={to ? readers : undefined}
      unaddressed={to ? addressing.unaddressed : words.chooseGroup}
      rules={words.rules}
      send={send}
      keeps
      additions={additions}
      {...look}
    >
      {(!groupId || mayChoose) && (
        <div className={classes.choices}>
          {!groupId && !only && (
            <div className={classes.group}>
              <GroupPicker value={to} adds="feed" onChange={setChosen} label={words.whichGroup} />
            </div>
          )}
          {mayChoose && <AddressPicker key={to} to={addressing} />}
        </div>
      )}
    </WritingComposer>
  )
}

/** The id of the one group that a person may post to, where there is nothing to choose; and whether there is none at all. */
function useOwnGroups(asked: boolean): { only: string | null; none: boolean } {
  const { data } = useQuery({
    ...groups.list.queryOptions({ input: { mine: true, adds: 'feed', limit: 2 } }),
    enabled: asked,
  })
  const [first, second] = data?.items ?? []
  return { only: first && !second ? first.id : null, none: data !== undefined && !first }
}
