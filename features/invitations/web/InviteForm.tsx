import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import { InvitePanel } from './InvitePanel.tsx'

/** Invites people from outside into a group. */
export function InviteForm({ group, close }: { group: GroupTabProps; close: () => void }) {
  const words = useWords(invitationsWords)
  return (
    <InvitePanel
      title={words.into({ group: group.groupName })}
      consequence={words.consequence}
      after={words.sentText}
      groupId={group.groupId}
      send={(input) => invitations.invite.call({ id: group.groupId, ...input })}
      close={close}
    />
  )
}
