import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { Fact, FactPerson, Facts } from '#ui/controls/Facts.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groups } from '../../web/api.ts'
import { sponsoringWords } from '../words.ts'
import classes from './Sponsor.module.css'
import rows from './Stays.module.css'
import { SponsorForm } from './SponsorForm.tsx'
import { StayRow } from './StayRow.tsx'

/** On the profile of somebody from outside, for those who work here: who answers for them, what for, and until when they are where. */
export function SponsorPart({ personId }: { personId: string }) {
  const words = useWords(sponsoringWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const [changing, setChanging] = useState(false)
  const known = useQuery(groups.sponsorship.queryOptions({ input: { id: personId } }))
  const takeOver = useMutation({
    ...groups.changeSponsorship.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: groups.key() }),
  })
  if (known.isError) return <ErrorState error={known.error} retry={() => void known.refetch()} />
  if (!known.data) return <ListSkeleton rows={2} />
  const { sponsor, purpose, changes, takesOver, groups: stays } = known.data
  return (
    <div className={classes.part}>
      <Facts>
        <Fact name={words.part.sponsor}>{sponsor ? <FactPerson person={sponsor} linked /> : words.part.nobody}</Fact>
        <Fact name={words.part.purpose} quiet={!purpose}>
          {purpose || words.part.noPurpose}
        </Fact>
      </Facts>
      <FormError text={takeOver.error ? sentenceOf(takeOver.error, shared, words.rules) : null} />
      <div className={classes.acts}>
        {changes && (
          <Button variant="default" size="xs" onClick={() => setChanging(true)}>
            {words.part.change}
          </Button>
        )}
        {takesOver && (
          <Button
            variant="default"
            size="xs"
            loading={takeOver.isPending}
            onClick={() => takeOver.mutate({ id: personId, sponsorId: me.id })}
          >
            {words.part.takeOver}
          </Button>
        )}
      </div>
      <h3 className={classes.heading}>{words.part.groups}</h3>
      {stays.length === 0 && <p className={classes.quiet}>{words.part.noGroups}</p>}
      <ul className={rows.list}>
        {stays.map((stay) => (
          <StayRow key={stay.group.id} personId={personId} stay={stay} />
        ))}
      </ul>
      {changing && <SponsorForm personId={personId} known={known.data} close={() => setChanging(false)} />}
    </div>
  )
}
