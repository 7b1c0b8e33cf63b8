import { Badge, Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FirstFromOutside, useFirstFromOutside } from '#features/groups/web/door.tsx'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { shortDay, writtenDay } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Request } from '../contract.ts'
import { requestsWords } from '../words.ts'
import { requests } from './api.ts'
import classes from './RequestList.module.css'

/** Somebody who asks: who it is, through whom, since when, and the answer for those who give it. */
export function RequestRow({ request, say }: { request: Request; say: (text: ReactNode) => void }) {
  const words = useWords(requestsWords)
  const { person, decides } = request
  return (
    <li className={classes.row}>
      {person && <PersonAvatar person={person} size={34} />}
      <div className={classes.who}>
        <PersonName person={person} linked />
        <div className={classes.detail}>
          <Detail of={request} />
        </div>
      </div>
      {decides ? <Answer request={request} say={say} /> : <Badge color="gray">{words.list.undecided}</Badge>}
    </li>
  )
}

function Detail({ of: { email, invitedBy, since, accessUntil } }: { of: Request }) {
  const { list } = useWords(requestsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const day = (at: Date) => shortDay(at, new Date(), language, timeZone)
  return (
    <Dotted>
      {email}
      {invitedBy && <Named person={invitedBy}>{list.invitedBy({ name: invitedBy.name })}</Named>}
      {!invitedBy && !email && list.asks}
      {list.since({ date: day(since) })}
      {accessUntil && list.until({ date: writtenDay(accessUntil, new Date(), language) })}
    </Dotted>
  )
}

function Answer({ request: { id, groupId, person }, say }: { request: Request; say: (text: ReactNode) => void }) {
  const words = useWords(requestsWords)
  const shared = useWords(uiWords)
  const [asking, setAsking] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const { ask, ...forFirst } = useFirstFromOutside(groupId, choosing)
  const name = person?.name ?? words.list.somebody
  const after = (sentence: string) => ({
    async onSuccess() {
      say(<Named person={person}>{sentence}</Named>)
      await queries.invalidateQueries()
    },
    onError: (error: Error) => say(sentenceOf(error, shared, words.rules)),
    onSettled() {
      setAsking(false)
      setChoosing(false)
    },
  })
  const approve = useMutation({ ...requests.approve.mutationOptions(), ...after(words.list.approved({ name })) })
  // Asked with the click: approved before the answer is there, what was written would be kept for the team for good without a word.
  const asksFirst = useMutation({
    mutationFn: async () => (person?.kind === 'external' ? ask() : null),
    onSuccess: (first) => (first ? setChoosing(true) : approve.mutate({ id })),
    onError: (error) => say(sentenceOf(error, shared, words.rules)),
  })
  const decline = useMutation({ ...requests.decline.mutationOptions(), ...after(words.list.declined({ name })) })
  return (
    <span className={classes.acts}>
      <Button
        size="xs"
        aria-label={words.list.approveThis({ name })}
        loading={asksFirst.isPending || approve.isPending}
        onClick={() => asksFirst.mutate()}
      >
        {words.list.approve}
      </Button>
      <Button size="xs" variant="default" aria-label={words.list.declineThis({ name })} onClick={() => setAsking(true)}>
        {words.list.decline}
      </Button>
      <Dialog
        opened={choosing}
        close={() => setChoosing(false)}
        title={words.list.approveThis({ name })}
        about={person}
      >
        <FirstFromOutside {...forFirst} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setChoosing(false)}>
            {words.askFirst.cancel}
          </Button>
          <Button
            loading={approve.isPending}
            onClick={() => approve.mutate({ id, ...(forFirst.from ? { from: forFirst.from } : {}) })}
          >
            {words.list.approve}
          </Button>
        </Group>
      </Dialog>
      <Dialog opened={asking} close={() => setAsking(false)} title={words.askFirst.title({ name })} about={person}>
        <Text size="sm">{person?.kind === 'employee' ? words.askFirst.employee : words.askFirst.external}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setAsking(false)}>
            {words.askFirst.cancel}
          </Button>
          <Button color="red" loading={decline.isPending} onClick={() => decline.mutate({ id })} data-autofocus>
            {words.list.decline}
          </Button>
        </Group>
      </Dialog>
    </span>
  )
}
