import { Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useSections, type PageProps } from '#ui/section.ts'
import { useStanding } from '#ui/shell/standing.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { MoreButton } from '../../web/MoreButton.tsx'
import { PeopleList } from '../../web/PeopleList.tsx'
import { companiesWords } from '../words.ts'
import classes from './CompanyPage.module.css'

/** A company: its people whom the reader sees, and what other sections say of it. */
export function CompanyPage({ params: { id = '' } }: PageProps) {
  const company = useQuery(people.companies.get.queryOptions({ input: { id } }))
  if (company.isError) return <ErrorState error={company.error} retry={() => void company.refetch()} />
  if (!company.data) return <ListSkeleton rows={5} />
  return (
    <article>
      <PageHeader title={company.data.name} />
      <Staff companyId={id} />
      <Parts companyId={id} />
    </article>
  )
}

function Staff({ companyId }: { companyId: string }) {
  const words = useWords(companiesWords)
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  const list = useInfiniteQuery({
    ...people.list.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 60, after, companyId }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  })
  const found = list.data?.pages.flatMap((page) => page.items)
  return (
    <section aria-label={words.peopleOf}>
      <Heading className={classes.heading}>{words.peopleOf}</Heading>
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={3} faces />}
      {found?.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noPeople}
        </Text>
      )}
      {found && found.length > 0 && <PeopleList people={found} stale={false} />}
      {found && <MoreButton list={list} />}
    </section>
  )
}

/** Their groups: drawn from the list of sections, none of which is known here. */
function Parts({ companyId }: { companyId: string }) {
  const { language } = useLanguage()
  const Heading = useStanding() === 'page' ? 'h2' : 'h3'
  const parts = useSections().flatMap(({ name, companyPart }) => (companyPart ? [{ name, ...companyPart }] : []))
  return parts.map(({ name, label, component: Part }) => (
    <section key={name} className={classes.part} aria-label={label(language)}>
      <Heading className={classes.heading}>{label(language)}</Heading>
      <Suspense fallback={<ListSkeleton rows={2} />}>
        <Part companyId={companyId} />
      </Suspense>
    </section>
  ))
}
