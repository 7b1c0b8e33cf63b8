import { Button, Progress, Text, Title } from '@mantine/core'
import { IconBuildingCommunity } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { SampleState } from '../contract.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import { CopyField } from './CopyField.tsx'
import classes from './WelcomePage.module.css'

const lookAgainAfter = 700

/** Shows the sample company moving in, and then whom of it one can sign in as. */
export function WelcomePage() {
  const words = useWords(portalWords).welcome
  const sample = useQuery(
    portal.sample.queryOptions({ refetchInterval: ({ state }) => (isOnTheWay(state.data) ? lookAgainAfter : false) }),
  )
  return (
    <>
      <PageHeader title={words.title} />
      {sample.isError && <ErrorState error={sample.error} retry={() => void sample.refetch()} />}
      {sample.isPending && <ListSkeleton rows={4} />}
      {sample.data && (sample.data.state === 'none' ? <NoSample /> : <Sample sample={sample.data} />)}
    </>
  )
}

const isOnTheWay = (sample: SampleState | undefined): boolean =>
  sample !== undefined && ['waiting', 'filling', 'failed'].includes(sample.state)

function NoSample() {
  const words = useWords(portalWords).welcome
  const start = (
    <Button component={PageLink} to="/">
      {words.start}
    </Button>
  )
  return <EmptyState icon={IconBuildingCommunity} title={words.none} act={start} />
}

function Sample({ sample }: { sample: SampleState }) {
  const words = useWords(portalWords).welcome
  const { state, done, of, password, people } = sample
  if (state === 'failed' || state === 'waiting' || state === 'filling')
    return (
      <div className={classes.page}>
        {state === 'failed' ? <FormError text={words.failed} /> : <Text>{words[state]}</Text>}
        <Progress.Root className={classes.wide} size="lg">
          <Progress.Section
            value={of === 0 ? 4 : Math.max(4, (100 * done) / of)}
            aria-label={words.progress}
            animated={state !== 'failed'}
          />
        </Progress.Root>
      </div>
    )
  return (
    <div className={classes.page}>
      <Text role="status">{words.done}</Text>
      <div className={classes.password}>
        <CopyField label={words.password} value={password ?? ''} />
      </div>
      <div className={classes.wide}>
        <Title order={2} mb="xs">
          {words.whom}
        </Title>
        <ul className={classes.people}>
          {people.map((person) => (
            <Somebody key={person.email} person={person} />
          ))}
        </ul>
      </div>
      <Button component={PageLink} to="/">
        {words.start}
      </Button>
    </div>
  )
}

function Somebody({ person }: { person: SampleState['people'][number] }) {
  const words = useWords(portalWords).welcome
  const { email, role } = person
  const shown = { ...person, id: email, kind: role === 'external' ? 'external' : 'employee' } as const
  return (
    <li>
      <PersonAvatar person={shown} size={36} />
      <span className={classes.who}>
        <PersonName person={shown} />
        <span className={classes.role}>{words.roles[role]}</span>
      </span>
      <span className={classes.email}>{email}</span>
    </li>
  )
}
