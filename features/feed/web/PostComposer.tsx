import { Button } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AddressPicker, addressed, useAddressing, useGroup, useReaders } from '#features/groups/web/door.tsx'
import { WritingComposer, type Place, type Sent } from '#features/writing/web/door.tsx'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { asked, onlyGroup, readOutside, type Chosen, type ChosenGroup } from '../addressing/web/chosen.ts'
import { StrangersLine } from '../addressing/web/StrangersLine.tsx'
import { ToField } from '../addressing/web/ToField.tsx'
import { asChosen } from '../addressing/web/useAddressees.ts'
import { useMixReaders } from '../addressing/web/useMixReaders.ts'
import { addressingWords } from '../addressing/words.ts'
import type { Post } from '../contract.ts'
import { LostLine } from '../drafts/web/LostLine.tsx'
import { usePostDraft } from '../drafts/web/usePostDraft.ts'
import { feedWords } from '../words.ts'
import { feed, groups } from './api.ts'
import classes from './PostComposer.module.css'
import { useAdditions } from './useAdditions.tsx'

interface PostComposerProps {
  /** The group whose page it stands on: what is written there is for that group, and for others if they are added. */
  groupId?: string
  /** Whom it begins with, where that is no group. */
  to?: readonly Chosen[] | undefined
  sent?: (post: Post) => void
  /** For the head of a list: only a field until somebody goes into it. */
  folds?: boolean
  lines?: number
  inFocus?: boolean
}

/** Writes a post to a group, or to any mix of groups, departments and people. Colleagues choose, where people from outside are in the group, whether these read it too. */
export function PostComposer({ groupId, to: begun, sent, ...look }: PostComposerProps) {
  const words = useWords(feedWords)
  const toWords = useWords(addressingWords)
  const me = useMe()
  const cache = useQueryClient()
  const { first, none } = useFirst(groupId)
  const [changed, setChanged] = useState<Chosen[] | null>(null)
  const [adding, setAdding] = useState(false)
  const chosen = changed ?? begun ?? first
  const group = onlyGroup(chosen)
  const to = group?.id ?? null
  const addressing = useAddressing(to, 'feed')
  const { address, mayChoose } = addressing
  const ofGroup = useReaders(to, address.audience, { laneId: address.lane?.id, tool: 'feed' })
  const mixed = useMixReaders(group ? null : chosen)
  const unaddressed = chosen.length === 0 ? toWords.first : group ? addressing.unaddressed : mixed.problem
  const { mutateAsync } = useMutation(
    feed.add.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: feed.key() }) }),
  )
  const place: Place = {
    groupId: to,
    tool: 'feed',
    audience: address.audience,
    laneId: address.lane?.id,
    people: chosen.flatMap((one) => (one.kind === 'person' ? [one.person] : [])),
  }
  const inGroup = (useGroup(to)?.external ?? true) && address.audience !== 'team'
  const additions = useAdditions(place, group ? inGroup : readOutside(chosen), chosen)
  const draft = usePostDraft({ groupId, first, changed, setChanged, addressing, additions })
  const send = async (written: Sent) => {
    const post = await mutateAsync({
      ...written,
      ...additions.added(),
      ...(to ? { groupId: to, ...addressed(address) } : { to: asked(chosen) }),
    })
    addressing.sent()
    additions.clear()
    setChanged(null)
    setAdding(false)
    draft.forgetLost()
    sent?.(post)
  }
  // Somebody from outside whom no group lets post has nowhere to write to.
  if (none && !begun && me.kind === 'external')
    return look.folds ? null : <EmptyState icon={IconUsersGroup} {...words.noGroups} />
  const open = adding || changed !== null || begun !== undefined || first.length !== 1
  return (
    <WritingComposer
      label={group && !open ? words.write : words.writeSomewhere}
      place={place}
      readers={to ? ofGroup : mixed.readers}
      unaddressed={unaddressed}
      rules={{ ...words.rules, ...toWords.rules }}
      send={send}
      keeping={begun ? undefined : draft.keeping}
      additions={additions}
      {...look}
    >
      <div className={classes.choices}>
        {mixed.strangers && <StrangersLine strangers={mixed.strangers} />}
        {draft.lost && <LostLine lost={draft.lost} />}
        {open && (
          <ToField
            value={chosen}
            onChange={(next) => {
              setChanged(next)
              draft.forgetLost()
            }}
            fixed={groupId}
            inFocus={adding}
          />
        )}
        {mayChoose && <AddressPicker key={to} to={addressing} />}
        {!open && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {toWords.chooseMore}
          </Button>
        )}
      </div>
    </WritingComposer>
  )
}

/** Whom it begins with: the group whose page it stands on, or the one group that a person may post to; and whether there is none at all. */
function useFirst(groupId: string | undefined): { first: Chosen[]; none: boolean } {
  const here = useGroup(groupId ?? null)
  const { data } = useQuery({
    ...groups.list.queryOptions({ input: { mine: true, adds: 'feed', limit: 2 } }),
    enabled: !groupId,
  })
  const [only, other] = data?.items ?? []
  const fixed: ChosenGroup[] = groupId
    ? [
        here
          ? asChosen(here)
          : { kind: 'group', id: groupId, group: { name: '', external: false }, apart: false, team: false },
      ]
    : []
  return {
    first: groupId ? fixed : only && !other ? [asChosen(only)] : [],
    none: data !== undefined && !only,
  }
}
