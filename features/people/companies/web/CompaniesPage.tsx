import { Button, Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { IconBuildings, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useMe } from '#ui/me.ts'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { MoreButton } from '../../web/MoreButton.tsx'
import { SearchInUrl } from '#ui/controls/SearchInUrl.tsx'
import { companiesWords } from '../words.ts'
import classes from './CompaniesPage.module.css'
import { CompanyDialogs, type AskedCompany } from './CompanyDialogs.tsx'
import { CompanyList } from './CompanyList.tsx'
import { SaidCompanies } from './SaidCompanies.tsx'

/** The companies that external people belong to: all employees see them, administrators keep them. */
export function CompaniesPage() {
  const words = useWords(companiesWords)
  const me = useMe()
  const [search, setSearch] = useInUrl('search')
  const [asked, setAsked] = useState<AskedCompany | null>(null)
  const [said, setSaid] = useState<ReactNode>('')
  const list = useInfiniteQuery({
    ...people.companies.list.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 60, after, ...(search ? { search } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const found = list.data?.pages.flatMap((page) => page.items)
  const add = me.administrator && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAsked({ act: 'add' })}>
      {words.add}
    </Button>
  )
  return (
    <>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm" c="dimmed" mb="sm">
        {words.text}
      </Text>
      <div className={classes.tools} role="search">
        <SearchInUrl
          className={classes.search}
          label={words.search}
          clear={words.clear}
          value={search}
          set={setSearch}
        />
        {add}
      </div>
      <Text size="sm" role="status" className={classes.said}>
        {said}
      </Text>
      {me.administrator && <SaidCompanies done={setSaid} />}
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={6} />}
      {found && found.length > 0 && (
        <CompanyList companies={found} stale={list.isPlaceholderData} ask={me.administrator ? setAsked : null} />
      )}
      {found?.length === 0 && !list.isPlaceholderData && (
        <EmptyState
          icon={IconBuildings}
          title={search ? words.nothingFound : words.none}
          text={search ? words.nothingFoundText : words.noneText}
        />
      )}
      {found && <MoreButton list={list} />}
      <CompanyDialogs asked={asked} close={() => setAsked(null)} done={setSaid} />
    </>
  )
}
