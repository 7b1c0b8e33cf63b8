import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Named } from '#ui/controls/Named.tsx'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { shortDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { groups } from '../../web/api.ts'
import { AskFirst } from '../../web/AskFirst.tsx'
import type { OwnAccess } from '../contract.ts'
import { sponsoringWords } from '../words.ts'
import rows from './Stays.module.css'
import { useDays } from './useDays.ts'

interface OwnGroupProps {
  group: OwnAccess['groups'][number]
  /** The group about which it is asked whether to leave it. */
  leaving: string | null
  leave: (id: string | null) => void
}

/** A group that one is in, through whom, what for, since when and until when, with the way out. Of one where access has ended the name is left. */
export function OwnGroup({ group: { id, name, since, until, lapsedAt, invited }, leaving, leave }: OwnGroupProps) {
  const { own: words, stay } = useWords(sponsoringWords)
  const dated = useDays()
  const { language } = useLanguage()
  const me = useMe()
  const gone = useMutation({
    ...groups.removeMember.mutationOptions(),
    async onSuccess() {
      leave(null)
      await queries.invalidateQueries()
    },
  })
  const day = (at: Date) => shortDay(at, new Date(), language, me.timeZone)
  const detail = lapsedAt
    ? stay.ended({ date: day(lapsedAt) })
    : [words.since({ date: day(since) }), until ? stay.until({ date: dated(until) }) : stay.open].join(' · ')
  return (
    <li className={rows.row}>
      <div className={rows.name}>
        {id ? <PageLink to={`/groups/${id}`}>{name}</PageLink> : name}
        <div className={rows.detail}>{detail}</div>
        {invited && (
          <div className={rows.detail}>
            <Named person={invited.by}>{words.invitedBy({ who: invited.by?.name ?? me.portal.name })}</Named>
          </div>
        )}
        {invited?.purpose && <div className={rows.detail}>{words.invitedFor({ purpose: invited.purpose })}</div>}
      </div>
      {id && (
        <Button size="xs" variant="default" onClick={() => leave(id)}>
          {words.leave}
        </Button>
      )}
      <AskFirst
        opened={id !== null && leaving === id}
        close={() => leave(null)}
        title={words.leaveTitle({ group: name })}
        text={words.leaveText}
        act={words.leave}
        onConfirm={() => id && gone.mutate({ id, personId: me.id })}
        busy={gone.isPending}
        error={gone.error}
        grave
      />
    </li>
  )
}
