import { useInfiniteQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { useMe } from '#ui/me.ts'
import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Invitation } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import { PendingList } from './PendingList.tsx'
import { useRules } from './useRules.ts'

/** Below the members of an external group: who was invited and has not come yet. Nothing while there is nobody. */
export function PendingPeople({ groupId, external, manages, archived }: GroupTabProps) {
  const me = useMe()
  const keeps = manages && me.kind === 'employee'
  const words = useWords(invitationsWords)
  const rules = useRules()
  const list = useInfiniteQuery({
    ...invitations.list.infiniteOptions({
      input: (after: string | undefined) => ({ id: groupId, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    enabled: external,
  })
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={rules} />
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <PendingList
      title={words.pending.title}
      level="h2"
      items={items}
      can={(item) =>
        !archived && isOpen(item) && (keeps || item.invitedBy?.id === me.id) ? ['resend', 'withdraw'] : []
      }
      list={list}
    />
  )
}

/** Nobody has come through it yet. */
const isOpen = ({ state }: Invitation): boolean => state !== 'asked' && state !== 'declined'
