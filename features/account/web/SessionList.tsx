import { Badge, Button, Text } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { SettingsList, SettingsRow } from '#ui/controls/SettingsList.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { SessionAnswer } from '../contract.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './Security.module.css'

/** The browsers in which one is signed in; each other one can be signed out from here. */
export function SessionList() {
  const words = useWords(accountWords).security
  const general = useWords(uiWords)
  const sessions = useQuery(account.sessions.queryOptions())
  const ended = {
    onSettled: () => queries.invalidateQueries({ queryKey: account.sessions.key() }),
  }
  const end = useMutation(account.endSession.mutationOptions(ended))
  const endOthers = useMutation(account.endOtherSessions.mutationOptions(ended))
  if (sessions.isError) return <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />
  if (!sessions.data) return <ListSkeleton rows={2} />
  const items = sessions.data.items.toSorted((a, b) => Number(b.present) - Number(a.present))
  const failed = end.error ?? endOthers.error
  const others = items.some((session) => !session.present)
  return (
    <div className={classes.part}>
      <FormError text={failed ? sentenceOf(failed, general) : null} />
      <SettingsList>
        {items.map((session) => (
          <Session key={session.id} session={session} end={() => end.mutate({ id: session.id })} busy={end.isPending} />
        ))}
      </SettingsList>
      {others ? (
        <div>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {words.endOthers}
          </Button>
        </div>
      ) : (
        <Text c="dimmed">{words.only}</Text>
      )}
    </div>
  )
}

function Session({ session, end, busy }: { session: SessionAnswer; end: () => void; busy: boolean }) {
  const words = useWords(accountWords).security
  const { browser, system, from, createdAt, lastUsedAt, present } = session
  const where = browser && system ? words.on({ browser, system }) : (browser ?? system ?? words.unknown)
  const Device = system === 'Android' || system === 'iOS' ? IconDeviceMobile : IconDeviceDesktop
  return (
    <SettingsRow
      icon={<Device size={22} stroke={1.5} aria-hidden />}
      name={
        <>
          {where}
          {present && <Badge>{words.present}</Badge>}
        </>
      }
      when={
        <>
          {words.since} <TimeAgo at={createdAt} />
          {from && ` ${words.from({ from })}`} · {words.lastUsed} <TimeAgo at={lastUsedAt} />
        </>
      }
    >
      {!present && (
        <Button variant="default" size="xs" onClick={end} disabled={busy} aria-label={words.endThat({ where })}>
          {words.end}
        </Button>
      )}
    </SettingsRow>
  )
}
