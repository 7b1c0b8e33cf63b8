import { Button, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { sentenceOf } from '#ui/errors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import type { IsolationPreview } from '../isolation/contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'
import classes from './IsolationField.module.css'
import { SeparationGoing, useSeparation } from './SeparationGoing.tsx'

export type Isolation = NonNullable<Group['isolation']>

/** The five shapes in which people from outside are together or apart, from the widest to the narrowest. */
const isolations: readonly Isolation[] = ['open', 'company', 'staff', 'voice', 'readonly']

interface IsolationFieldProps {
  value: Isolation
  onChange: (isolation: Isolation) => void
}

/** Chooses how far people from outside are kept apart, each shape in a sentence. */
export function IsolationField({ value, onChange }: IsolationFieldProps) {
  const words = useWords(groupsWords).isolation
  return (
    <Radio.Group
      label={words.label}
      description={words.hint}
      value={value}
      onChange={(chosen) => onChange(isolations.find((each) => each === chosen) ?? 'open')}
    >
      <Stack gap={8} mt={8}>
        {isolations.map((each) => (
          <Radio key={each} value={each} label={words.name[each]} description={words.means[each]} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** The same in a group that is there already: says with numbers what changes, and asks first. */
export function IsolationSettings({ group }: { group: Group }) {
  const words = useWords(groupsWords).isolation
  const shared = useWords(uiWords)
  const now = group.isolation ?? 'open'
  const [wanted, setWanted] = useState<Isolation>(now)
  const [asking, setAsking] = useState(false)
  const going = useSeparation(group.id)
  const preview = useQuery({
    ...groups.previewIsolation.queryOptions({ input: { id: group.id, isolation: wanted } }),
    enabled: asking,
    staleTime: 0,
  })
  const isolate = useMutation({
    ...groups.isolate.mutationOptions(),
    async onSuccess() {
      setAsking(false)
      await queries.invalidateQueries()
    },
  })
  if (going)
    return (
      <section className={classes.section} aria-label={words.label}>
        <SeparationGoing going={going} name={words.name[now]} />
      </section>
    )
  return (
    <section className={classes.section} aria-label={words.label}>
      <IsolationField value={wanted} onChange={setWanted} />
      <Button
        variant="default"
        className={classes.act ?? ''}
        onClick={() => (wanted === now ? undefined : setAsking(true))}
        data-disabled={wanted === now || undefined}
        aria-disabled={wanted === now}
      >
        {wanted === now ? words.isNow({ name: words.name[now] }) : words.change}
      </Button>
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={words.ask({ name: words.name[wanted] })}
        text={
          preview.data ? (
            <Changes preview={preview.data} wanted={wanted} />
          ) : preview.error ? (
            sentenceOf(preview.error, shared)
          ) : (
            words.counting
          )
        }
        act={words.change}
        grave={isWider(wanted, now)}
        busy={isolate.isPending || preview.isFetching}
        error={isolate.error}
        onConfirm={() => isolate.mutate({ id: group.id, isolation: wanted })}
      />
    </section>
  )
}

function Changes({ preview, wanted }: { preview: IsolationPreview; wanted: Isolation }) {
  const words = useWords(groupsWords).isolation
  const upTo = (n: number, say: (n: number) => string) => (n > most ? words.moreThan({ what: say(most) }) : say(n))
  const { people, companies, posts, comments, tasks, waiting, meet, large } = preview
  const moved = [
    ...(posts ? [upTo(posts, words.posts)] : []),
    ...(comments ? [upTo(comments, words.comments)] : []),
    ...(tasks ? [upTo(tasks, words.tasks)] : []),
  ]
  return (
    <Stack gap="xs">
      <Text size="sm">{words.there({ people: words.people(people), companies: words.companies(companies) })}</Text>
      <Text size="sm">{meet > 0 ? words.willMeet(meet) : words.noneMeet}</Text>
      {moved.length > 0 && <Text size="sm">{words.moves({ what: moved.join(', ') })}</Text>}
      {waiting > 0 && <Text size="sm">{words.waiting({ tasks: upTo(waiting, words.tasks) })}</Text>}
      {large && <Text size="sm">{words.takesLong}</Text>}
      <Text size="sm" c="dimmed">
        {wanted === 'open' ? words.staysApart : words.teamReads}
      </Text>
    </Stack>
  )
}

/** The server counts no further. */
const most = 10_000

/** Whether more people from outside meet than before: the kind of change that is red. */
const isWider = (wanted: Isolation, now: Isolation): boolean => isolations.indexOf(wanted) < isolations.indexOf(now)
