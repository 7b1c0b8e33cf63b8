import { useMutation } from '@tanstack/react-query'
import { useMe } from '#ui/me.ts'
import { useOpenAddress } from '#ui/shell/over.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'

/** Asks whether to leave a group, and says how one would come back. */
export function LeaveGroup({ group, opened, close }: { group: Group; opened: boolean; close: () => void }) {
  const words = useWords(groupsWords)
  const me = useMe()
  const open = useOpenAddress()
  const leave = useMutation({ ...groups.removeMember.mutationOptions(), onSuccess: () => open('/groups') })
  const comesBack = group.visibility === 'open' && !group.external
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={words.members.askLeave.title({ name: group.name })}
      text={comesBack ? words.members.askLeave.open : words.members.askLeave.closed}
      act={words.members.leave}
      onConfirm={() => leave.mutate({ id: group.id, personId: me.id })}
      busy={leave.isPending}
      error={leave.error}
      grave
    />
  )
}
