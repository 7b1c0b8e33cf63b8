import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { shortDay } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { useQuery } from '@tanstack/react-query'
import { groups, people } from '../../web/api.ts'
import type { Stay } from '../contract.ts'
import { sponsoringWords } from '../words.ts'
import { LastDay } from './LastDay.tsx'
import rows from './Stays.module.css'
import { useDays } from './useDays.ts'

/** A group that somebody from outside is in: until when, and one click for longer. */
export function StayRow({ personId, stay }: { personId: string; stay: Stay }) {
  const words = useWords(sponsoringWords)
  const shared = useWords(uiWords)
  const dated = useDays()
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const [choosing, setChoosing] = useState(false)
  const person = useQuery(people.get.queryOptions({ input: { id: personId } }))
  const renew = useMutation({
    ...groups.renew.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: groups.key() }),
  })
  const { group, until, lapsedAt, renewal, renews } = stay
  const state = lapsedAt
    ? words.stay.ended({ date: shortDay(lapsedAt, new Date(), language, timeZone) })
    : until
      ? words.stay.until({ date: dated(until) })
      : words.stay.open
  return (
    <li className={rows.row}>
      <div className={rows.name}>
        <PageLink to={`/groups/${group.id}`}>{group.name}</PageLink>
        <div className={rows.detail} role="status">
          {renew.error ? sentenceOf(renew.error, shared, words.rules) : state}
        </div>
      </div>
      {renewal && (
        <Button
          size="xs"
          variant={lapsedAt ? 'filled' : 'default'}
          loading={renew.isPending}
          onClick={() => renew.mutate({ id: group.id, personId })}
        >
          {words.stay.renew({ date: dated(renewal) })}
        </Button>
      )}
      {renews && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setChoosing(true)}>
          {words.stay.setDay}
        </Button>
      )}
      {person.data && (
        <LastDay
          groupId={group.id}
          person={person.data}
          until={until}
          opened={choosing}
          close={() => setChoosing(false)}
        />
      )}
    </li>
  )
}
