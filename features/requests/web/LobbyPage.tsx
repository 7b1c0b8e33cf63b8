import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconHourglass, IconId, IconShieldLock, IconUserCircle } from '@tabler/icons-react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { relativeTime } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Waiting } from '../contract.ts'
import { requestsWords } from '../words.ts'
import { requests } from './api.ts'
import classes from './LobbyPage.module.css'

/** Where somebody from outside is who is in no group: what they wait for, or that they wait for nothing, and their own things. */
export function LobbyPage() {
  const { lobby: words } = useWords(requestsWords)
  const me = useMe()
  const list = useQuery(requests.lobby.queryOptions())
  return (
    <>
      <PageHeader title={words.hello({ name: me.name })} about={me} />
      {list.isPending && <ListSkeleton rows={2} />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.data && <What items={list.data.items.filter(({ state }) => state === 'waiting')} />}
      <p className={classes.text}>{words.own}</p>
      <Group gap="xs">
        <Button
          component={PageLink}
          to="/settings/profile"
          variant="default"
          leftSection={<IconUserCircle size={17} stroke={1.7} aria-hidden />}
        >
          {words.profile}
        </Button>
        <Button
          component={PageLink}
          to="/settings/security"
          variant="default"
          leftSection={<IconShieldLock size={17} stroke={1.7} aria-hidden />}
        >
          {words.security}
        </Button>
        <Button
          component={PageLink}
          to="/settings/access"
          variant="default"
          leftSection={<IconId size={17} stroke={1.7} aria-hidden />}
        >
          {words.access}
        </Button>
      </Group>
    </>
  )
}

function What({ items }: { items: readonly Waiting[] }) {
  const { lobby: words } = useWords(requestsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  if (items.length === 0)
    return (
      <>
        <h2 className={classes.title}>{words.nowhere}</h2>
        <p className={classes.text}>{words.nowhereText}</p>
      </>
    )
  return (
    <>
      <p className={classes.text}>{words.waiting}</p>
      <ul className={classes.list}>
        {items.map(({ groupName, since }) => (
          <li key={since.toISOString()} className={classes.row}>
            <IconHourglass size={22} stroke={1.6} aria-hidden />
            <div>
              <div className={classes.group}>{words.group({ group: groupName })}</div>
              <div className={classes.since}>
                {words.since({ since: relativeTime(since, new Date(), language, timeZone) })}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <p className={classes.text}>{words.letter}</p>
    </>
  )
}
