import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconMail, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AllLinks } from '../link/web/AllLinks.tsx'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import classes from './InvitationsPage.module.css'
import { InvitePanel } from './InvitePanel.tsx'
import { PendingList } from './PendingList.tsx'
import { Rules } from './RulesForm.tsx'
import { WaitingList } from './WaitingList.tsx'

const paging = {
  input: (after: string | undefined) => (after ? { after } : {}),
  initialPageParam: undefined,
  getNextPageParam: (page: { next: string | null }) => page.next ?? undefined,
}

/** All open invitations, for administrators: to work here, and into the groups of the portal. */
export function InvitationsPage() {
  const words = useWords(invitationsWords)
  const [inviting, setInviting] = useState(false)
  const [shown, show] = useInUrl('show')
  const close = () => setInviting(false)
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        <Button leftSection={<IconUserPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setInviting(true)}>
          {words.inviteEmployees}
        </Button>
      </div>
      <SegmentedControl
        mt="sm"
        aria-label={words.title}
        value={shown === 'rules' ? shown : 'open'}
        onChange={(value) => show(value === 'rules' ? value : '')}
        data={[
          { value: 'open', label: words.portalRules.tabs.open },
          { value: 'rules', label: words.portalRules.tabs.rules },
        ]}
      />
      {shown === 'rules' ? <Rules /> : <OpenInvitations />}
      <SlideOver opened={inviting} onClose={close} label={words.inviteEmployees}>
        {inviting && (
          <InvitePanel
            consequence={words.consequenceEmployees}
            after={words.sentEmployees}
            send={(input) => invitations.inviteEmployees.call(input)}
            close={close}
          />
        )}
      </SlideOver>
    </>
  )
}

function OpenInvitations() {
  return (
    <>
      <WaitingList />
      <ToWorkHere />
      <IntoGroups />
      <AllLinks />
    </>
  )
}

function ToWorkHere() {
  const { all } = useWords(invitationsWords)
  const list = useInfiniteQuery(invitations.listEmployees.infiniteOptions(paging))
  if (list.isPending) return <ListSkeleton rows={3} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  const items = list.data.pages.flatMap((page) => page.items)
  return (
    <>
      {items.length === 0 && (
        <EmptyState icon={IconUserPlus} title={all.employeesEmpty} text={all.employeesEmptyText} />
      )}
      <PendingList title={all.employees} items={items} can={() => ['resend', 'withdraw']} list={list} />
    </>
  )
}

function IntoGroups() {
  const { all } = useWords(invitationsWords)
  const list = useInfiniteQuery(invitations.listAll.infiniteOptions(paging))
  if (list.isPending) return <ListSkeleton rows={3} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  // Those that wait stand above, with what can be done about them.
  const items = list.data.pages.flatMap((page) => page.items).filter(({ state }) => state !== 'waiting')
  return (
    <>
      {items.length === 0 && <EmptyState icon={IconMail} title={all.groupsEmpty} text={all.groupsEmptyText} />}
      <PendingList title={all.groups} items={items} can={() => ['resend', 'withdraw']} list={list} withGroup />
    </>
  )
}
