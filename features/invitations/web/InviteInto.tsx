import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { FirstFromOutside, useFirstFromOutside } from '#features/groups/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { RefusedState } from '#ui/controls/RefusedState.tsx'
import { Arrived } from '#ui/shell/Arrived.tsx'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { whatWaits } from '../words/what-waits.ts'
import { LinkPanel } from '../link/web/LinkPanel.tsx'
import { ListPanel } from '../list/web/ListPanel.tsx'
import { invitations } from './api.ts'
import { InvitePanel } from './InvitePanel.tsx'
import { useRules } from './useRules.ts'

// With all that a profile can hold: most letters are sent without.
const AddForm = lazy(() => import('../adding/web/AddForm.tsx').then((m) => ({ default: m.AddForm })))

interface InviteIntoProps {
  groupId: string
  groupName: string
  close: () => void
}

type Way = 'letter' | 'list' | 'add' | 'link'

/** Invites people from outside into a group: asks first how one invites there and what whoever comes will find. */
export function InviteInto({ groupId, groupName, close }: InviteIntoProps) {
  const words = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const { language } = useLanguage()
  const rules = useRules()
  const terms = useQuery(invitations.terms.queryOptions({ input: { id: groupId } }))
  const [shown, show] = useState<Way>('letter')
  const forFirst = useFirstFromOutside(groupId, terms.data?.first ?? false)
  const title = words.into({ group: groupName })
  if (terms.isPending) return <ListSkeleton rows={4} />
  if (terms.isError) return <ErrorState error={terms.error} retry={() => void terms.refetch()} rules={rules} />
  const { way, refusal, waiting, ofCompany } = terms.data
  if (way === 'refused') {
    return (
      <>
        <PageHeader title={title} />
        <RefusedState text={rules[refusal ?? ''] ?? shared.error.refused} />
      </>
    )
  }
  const ways: Way[] = [
    'letter',
    'list',
    ...(terms.data.adds ? (['add'] as const) : []),
    ...(terms.data.links ? (['link'] as const) : []),
  ]
  const { from } = forFirst
  const isKept = from === 'now'
  const { forInviter } = whatWaits(language, isKept ? { ...waiting, posts: 0, tasks: 0 } : waiting)
  const consequence = ofCompany && !terms.data.first ? `${forInviter} ${words.waits.ofCompany}` : forInviter
  const group = { id: groupId, ...terms.data, ...(from ? { from } : {}) }
  return (
    <Arrived>
      <PageHeader title={title} />
      <FirstFromOutside {...forFirst} />
      <Ways ways={ways} shown={shown} show={show} />
      {shown === 'link' && <LinkPanel group={group} close={close} />}
      {shown === 'add' && (
        <Suspense fallback={<ListSkeleton rows={4} />}>
          <AddForm group={group} close={close} />
        </Suspense>
      )}
      {shown === 'list' && (
        <ListPanel
          group={group}
          consequence={consequence}
          {...(way === 'lobby' ? { lobby: words.throughLobby } : {})}
          close={close}
        />
      )}
      {shown === 'letter' && (
        <InvitePanel
          consequence={consequence}
          {...(way === 'lobby' ? { lobby: words.throughLobby } : {})}
          after={words.sentText}
          group={group}
          send={(input) => invitations.invite.call({ id: groupId, ...input })}
          close={close}
        />
      )}
    </Arrived>
  )
}

/** How whoever comes will come in; nothing where there is one way. */
function Ways({ ways, shown, show }: { ways: Way[]; shown: Way; show: (way: Way) => void }) {
  const words = useWords(invitationsWords)
  if (ways.length < 2) return null
  const labels = { letter: words.adding.byLetter, list: words.list.way, add: words.adding.add, link: words.link.way }
  return (
    <SegmentedControl
      fullWidth
      mb="md"
      aria-label={words.adding.ways}
      value={shown}
      onChange={(value) => show(ways.find((way) => way === value) ?? 'letter')}
      data={ways.map((way) => ({ value: way, label: labels[way] }))}
    />
  )
}
