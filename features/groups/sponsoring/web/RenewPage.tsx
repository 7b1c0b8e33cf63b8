import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconCalendarCheck, IconCalendarOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { StateFrame } from '#ui/controls/StateFrame.tsx'
import { failureOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { groups } from '../../web/api.ts'
import { sponsoringWords } from '../words.ts'
import { useDays } from './useDays.ts'

/** Where the button of a reminder leads: it lets somebody stay, once, and says until when. */
export function RenewPage({ params: { key = '' } }: PageProps) {
  const words = useWords(sponsoringWords)
  const dated = useDays()
  const renewal = useMutation({
    ...groups.renewByKey.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: groups.key() }),
  })
  const asked = useRef<string | null>(null)
  const { mutate, data, error } = renewal
  useEffect(() => {
    // A page that is drawn twice asks once; the server renews once in any case.
    if (asked.current === key) return
    asked.current = key
    mutate({ key })
  }, [key, mutate])
  if (error && failureOf(error) === 'missing')
    return <StateFrame whole icon={IconCalendarOff} title={words.page.refused} text={words.page.refusedText} />
  if (error) return <ErrorState error={error} retry={() => mutate({ key })} rules={words.rules} />
  if (!data) return <ListSkeleton rows={3} />
  const { person, group, until, renewed } = data
  return (
    <StateFrame
      whole
      role="status"
      icon={IconCalendarCheck}
      title={(renewed ? words.page.renewed : words.page.before)({ name: person.name, group: group.name })}
      about={person}
      text={until ? words.page.until({ date: dated(until) }) : words.page.open}
      act={
        <Group gap="xs" justify="center">
          <Button component={PageLink} to={`/groups/${group.id}/members`} variant="default">
            {words.page.group}
          </Button>
          <Button component={PageLink} to={`/people/${person.id}`} variant="default">
            {words.page.person}
          </Button>
        </Group>
      }
    />
  )
}
