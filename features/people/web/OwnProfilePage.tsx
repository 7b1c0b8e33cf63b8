import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { SaidCompany } from '../companies/web/SaidCompany.tsx'
import { OwnFields } from '../fields/web/OwnFields.tsx'
import { peopleWords } from '../words.ts'
import { account } from './api.ts'
import { OwnProfileForm } from './OwnProfileForm.tsx'
import classes from './OwnProfilePage.module.css'
import { PhotoField } from './PhotoField.tsx'

/** One's own profile under Settings: photo, and what one says of oneself. */
export function OwnProfilePage() {
  const words = useWords(peopleWords)
  const me = useQuery(account.me.queryOptions())
  if (me.isError && !me.data) return <ErrorState error={me.error} retry={() => void me.refetch()} />
  if (!me.data) return <ListSkeleton rows={5} />
  return (
    <>
      <h2 className={classes.title}>{words.own.title}</h2>
      <PhotoField />
      <OwnProfileForm me={me.data} />
      <SaidCompany me={me.data} />
      <OwnFields />
    </>
  )
}
