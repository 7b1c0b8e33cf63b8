import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconUser } from '@tabler/icons-react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ExternalBadge } from '#ui/controls/ExternalBadge.tsx'
import { Fact, Facts } from '#ui/controls/Facts.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useMe } from '#ui/me.ts'
import type { PageProps } from '#ui/section.ts'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useStanding } from '#ui/shell/standing.ts'
import { useWords } from '#ui/words/useWords.ts'
import { oversight } from '../../web/api.ts'
import type { OverseenWhole } from '../contract.ts'
import { externalsWords } from '../words.ts'
import classes from './ExternalPersonPage.module.css'
import { Sponsor } from './Sponsor.tsx'
import { StayRow } from './StayRow.tsx'

/** Somebody from outside as who oversees them sees them: who answers, whether they come, and what each group shares with them. */
export function ExternalPersonPage({ params: { id = '' } }: PageProps) {
  const words = useWords(externalsWords)
  const { administrator } = useMe()
  // The name is h1 on a page of its own, h2 over another.
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  const { data, error, isError, refetch } = useQuery(oversight.externals.get.queryOptions({ input: { id } }))
  if (isError) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <ListSkeleton rows={5} />
  const { person, position, opens, stays } = data
  return (
    <article>
      <PageHeader
        title={person.name}
        shown={<PersonName person={person} withoutCompany />}
        mark={<ExternalBadge company={person.company} />}
        below={position}
        actions={
          opens && (
            <Button
              component={RecordLink}
              to={`/people/${id}`}
              variant="default"
              leftSection={<IconUser size={16} aria-hidden />}
            >
              {words.profile}
            </Button>
          )
        }
      />
      <Known of={data} />
      <Heading className={classes.heading}>{administrator ? words.stays : words.staysMine}</Heading>
      {stays.length === 0 && <p className={classes.none}>{words.noGroup}</p>}
      <ul className={classes.stays}>
        {stays.map((stay) => (
          <StayRow key={stay.group.id} stay={stay} />
        ))}
      </ul>
    </article>
  )
}

function Known({ of }: { of: OverseenWhole }) {
  const words = useWords(externalsWords)
  const { email, returnedAt, purpose, createdAt, lastSeenAt, sessions, tokens } = of
  const signedIn = [sessions > 0 && words.browsers(sessions), tokens > 0 && words.programs(tokens)].filter(Boolean)
  return (
    <Facts framed>
      <Fact name={words.facts.email}>
        <a href={`mailto:${email}`}>{email}</a>
        {returnedAt && (
          <div className={classes.returned}>
            {words.returned} · <TimeAgo at={returnedAt} />
          </div>
        )}
      </Fact>
      <Fact name={words.facts.sponsor}>
        <Sponsor of={of} />
      </Fact>
      {purpose && <Fact name={words.facts.purpose}>{purpose}</Fact>}
      <Fact name={words.facts.since}>
        <TimeAgo at={createdAt} />
      </Fact>
      <Fact name={words.facts.seen}>{lastSeenAt ? <TimeAgo at={lastSeenAt} /> : words.never}</Fact>
      <Fact name={words.facts.signedIn}>{signedIn.join(', ') || words.nowhere}</Fact>
    </Facts>
  )
}
