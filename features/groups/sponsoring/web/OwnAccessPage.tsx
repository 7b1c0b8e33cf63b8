import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { Fact, FactPerson, Facts } from '#ui/controls/Facts.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { groups } from '../../web/api.ts'
import type { OwnAccess } from '../contract.ts'
import { sponsoringWords } from '../words.ts'
import classes from './OwnAccess.module.css'
import rows from './Stays.module.css'
import { OwnGroup } from './OwnGroup.tsx'
import { ReachReaders } from './ReachReaders.tsx'

/** What somebody from outside may know of their own access: through whom, what for, where, until when, and who reads how to reach them. */
export function OwnAccessPage() {
  const words = useWords(sponsoringWords).own
  const access = useQuery(groups.ownAccess.queryOptions())
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{words.title}</h2>
      {access.isError && <ErrorState error={access.error} retry={() => void access.refetch()} />}
      {access.isPending && <ListSkeleton rows={5} />}
      {access.data && <Shown access={access.data} />}
    </div>
  )
}

function Shown({ access }: { access: OwnAccess }) {
  const words = useWords(sponsoringWords).own
  const { portal } = useMe()
  const [leaving, leave] = useState<string | null>(null)
  const { sponsor, purpose, groups: mine } = access
  // Said below, with the group that it was said for.
  const isSaid = mine.some(({ invited }) => invited?.purpose && (!purpose || invited.purpose === purpose))
  return (
    <>
      <Facts framed>
        <Fact name={words.sponsor}>{sponsor ? <FactPerson person={sponsor} /> : portal.name}</Fact>
        {!isSaid && (
          <Fact name={words.purpose} quiet={!purpose}>
            {purpose || words.noPurpose}
          </Fact>
        )}
      </Facts>
      <section className={classes.part} aria-label={words.groups}>
        <h3 className={classes.heading}>{words.groups}</h3>
        {mine.length === 0 && <p className={classes.quiet}>{words.noGroups}</p>}
        <ul className={rows.list}>
          {mine.map((group) => (
            <OwnGroup key={group.id ?? group.name} group={group} leaving={leaving} leave={leave} />
          ))}
        </ul>
      </section>
      <ReachReaders access={access} />
      <section className={classes.part} aria-label={words.sessions}>
        <h3 className={classes.heading}>{words.sessions}</h3>
        <Button component={PageLink} to="/settings/security" variant="default">
          {words.toSessions}
        </Button>
      </section>
      <section className={classes.part} aria-label={words.data}>
        <h3 className={classes.heading}>{words.data}</h3>
        <Button component={PageLink} to="/settings/data" variant="default">
          {words.toData}
        </Button>
      </section>
    </>
  )
}
