import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import { Arrived } from '#ui/shell/Arrived.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import { InvitePanel } from './InvitePanel.tsx'

interface InviteIntoProps {
  groupId: string
  groupName: string
  close: () => void
}

/** Invites people from outside into a group: asks first how one invites there and what whoever comes will find. */
export function InviteInto({ groupId, groupName, close }: InviteIntoProps) {
  const words = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const terms = useQuery(invitations.terms.queryOptions({ input: { id: groupId } }))
  const title = words.into({ group: groupName })
  if (terms.isPending) return <ListSkeleton rows={4} />
  if (terms.isError) return <ErrorState error={terms.error} retry={() => void terms.refetch()} rules={words.rules} />
  const { way, refusal, posts, tasks, members } = terms.data
  if (way === 'refused') {
    const rules: Readonly<Record<string, string>> = words.rules
    return (
      <>
        <PageHeader title={title} />
        <RefusedState text={rules[refusal ?? ''] ?? shared.error.refused} />
      </>
    )
  }
  const found = { posts: words.posts(posts), tasks: words.tasks(tasks), members: words.members(members) }
  return (
    <Arrived>
      <InvitePanel
        title={title}
        consequence={words.consequence(found)}
        {...(way === 'lobby' ? { lobby: words.throughLobby } : {})}
        after={words.sentText}
        group={{ id: groupId, moderators: terms.data.moderators }}
        send={(input) => invitations.invite.call({ id: groupId, ...input })}
        close={close}
      />
    </Arrived>
  )
}
