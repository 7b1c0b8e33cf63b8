import { Button, Group } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { IconMailPause } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Invitation } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import classes from './PendingRow.module.css'
import { TitledList } from './TitledList.tsx'

/** Invitations whose letters wait for an administrator. Nothing while none does. */
export function WaitingList() {
  const { portalRules: words } = useWords(invitationsWords)
  const [said, say] = useState('')
  const waiting = useInfiniteQuery(
    invitations.listAll.infiniteOptions({
      input: (after: string | undefined) => ({ state: 'waiting' as const, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  if (waiting.isError) return <ErrorState error={waiting.error} retry={() => void waiting.refetch()} />
  const items = waiting.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <TitledList title={words.waiting.title} said={said} list={waiting}>
      {items.map((item) => (
        <WaitingRow key={item.id} invitation={item} say={say} />
      ))}
    </TitledList>
  )
}

function WaitingRow({ invitation, say }: { invitation: Invitation; say: (text: string) => void }) {
  const { all, pending, portalRules, rules } = useWords(invitationsWords)
  const { waiting } = portalRules
  const shared = useWords(uiWords)
  const { id, email, company, groupName, invitedBy } = invitation
  const after = (sentence: string) => ({
    async onSuccess() {
      say(sentence)
      await queries.invalidateQueries({ queryKey: invitations.key() })
    },
    onError: (error: Error) => say(sentenceOf(error, shared, rules)),
  })
  const approve = useMutation({ ...invitations.approve.mutationOptions(), ...after(waiting.approved({ email })) })
  const decline = useMutation({ ...invitations.withdraw.mutationOptions(), ...after(waiting.declined({ email })) })
  return (
    <li className={classes.row}>
      <span className={classes.face}>
        <IconMailPause size={17} stroke={1.6} aria-hidden />
      </span>
      <div className={classes.who}>
        <div className={classes.email}>
          {email}
          {company && <span className={classes.company}> · {company}</span>}
        </div>
        <div className={classes.detail}>
          <Dotted>
            {all.into({ group: groupName ?? all.hiddenGroup })}
            {invitedBy && <Named person={invitedBy}>{pending.by({ name: invitedBy.name })}</Named>}
          </Dotted>
        </div>
      </div>
      <Group gap={6} className={classes.answers}>
        <Button
          size="compact-sm"
          aria-label={waiting.approveOf({ email })}
          loading={approve.isPending}
          onClick={() => approve.mutate({ id })}
        >
          {waiting.approve}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={waiting.declineOf({ email })}
          loading={decline.isPending}
          onClick={() => decline.mutate({ id })}
        >
          {waiting.decline}
        </Button>
      </Group>
    </li>
  )
}
