import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPencil, IconUserOff } from '@tabler/icons-react'
import { Suspense } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ExternalBadge } from '#ui/controls/ExternalBadge.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useMe } from '#ui/me.ts'
import { useIsOnline } from '#ui/presence.ts'
import { useSections, type PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useStanding } from '#ui/shell/standing.ts'
import { shortDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Profile } from '../contract.ts'
import { MoveHistory } from '../moving/web/MoveHistory.tsx'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'
import { PersonActs } from './PersonActs.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import { ProfileMenu } from './ProfileMenu.tsx'
import classes from './ProfilePage.module.css'

/** A person's page: who they are, how to reach them, and what other sections say of them. */
export function ProfilePage({ params: { id = '' } }: PageProps) {
  const me = useMe()
  const profile = useQuery(people.get.queryOptions({ input: { id } }))
  if (profile.isError) return <ErrorState error={profile.error} retry={() => void profile.refetch()} />
  if (!profile.data) return <ListSkeleton rows={5} faces />
  return (
    <article className={classes.page}>
      <Head person={profile.data} />
      <Dismissed at={profile.data.dismissedAt} />
      <About person={profile.data} />
      <ProfileFacts person={profile.data} />
      <Parts personId={id} of={me.kind === 'employee' ? profile.data.kind : null} />
      {me.administrator && <MoveHistory personId={id} />}
    </article>
  )
}

function Head({ person }: { person: Profile }) {
  const words = useWords(peopleWords)
  const me = useMe()
  const mine = person.id === me.id
  return (
    <div className={classes.head}>
      <PersonAvatar person={person} size={64} />
      <div className={classes.words}>
        <PageHeader
          title={person.name}
          shown={<PersonName person={person} withoutCompany />}
          mark={person.kind === 'external' && <ExternalBadge company={person.company} />}
          below={<Below person={person} />}
          actions={
            mine ? (
              <Button
                component={PageLink}
                to="/settings/profile"
                variant="default"
                leftSection={<IconPencil size={16} aria-hidden />}
              >
                {words.page.edit}
              </Button>
            ) : (
              <PersonActs person={person} among={[person.id]} />
            )
          }
          menu={<ProfileMenu person={person} />}
        />
      </div>
    </div>
  )
}

/** What they do here, and whether they are here now. */
function Below({ person }: { person: Profile }) {
  const words = useWords(peopleWords)
  const online = useIsOnline(person.id)
  if (!online) return person.position
  return (
    <>
      {person.position && `${person.position} · `}
      <span className={classes.online}>{words.page.online}</span>
    </>
  )
}

function About({ person }: { person: Profile }) {
  const words = useWords(peopleWords)
  const me = useMe()
  if (person.about) return <p className={classes.about}>{person.about}</p>
  return person.id === me.id ? <p className={`${classes.about} ${classes.quiet}`}>{words.page.emptyAbout}</p> : null
}

function Dismissed({ at }: { at: Date | null | undefined }) {
  const words = useWords(peopleWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  if (!at) return null
  return (
    <Alert color="gray" mb="md" p="xs" icon={<IconUserOff size={18} aria-hidden />}>
      {words.page.dismissedNote({ date: shortDay(at, new Date(), language, timeZone) })}
    </Alert>
  )
}

/** Their groups, their tasks: drawn from the list of sections, none of which is known here. `of` says to somebody who works here whose profile it is. */
function Parts({ personId, of }: { personId: string; of: Profile['kind'] | null }) {
  const { language } = useLanguage()
  // A profile's name is h1 on a page of its own, h2 over another.
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  const parts = useSections()
    .flatMap(({ name, personPart }) =>
      personPart && (of === 'external' || !personPart.ofExternals) && (of === 'employee' || !personPart.ofColleagues)
        ? [{ name, ...personPart }]
        : [],
    )
    .toSorted((a, b) => a.order - b.order)
  return parts.map(({ name, label, component: Part }) => (
    <section key={name} className={classes.part} aria-label={label(language)}>
      <Heading className={classes.heading}>{label(language)}</Heading>
      <Suspense fallback={<ListSkeleton rows={2} />}>
        <Part personId={personId} />
      </Suspense>
    </section>
  ))
}
