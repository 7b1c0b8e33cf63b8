import { Button, Chip, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { IconHierarchy2, IconUsers, IconUserSearch } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { departmentsWords } from '../departments/words.ts'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'
import { DepartmentFilter } from './DepartmentFilter.tsx'
import classes from './DirectoryPage.module.css'
import { MoreButton } from './MoreButton.tsx'
import { PeopleList } from './PeopleList.tsx'
import { SearchInUrl } from '#ui/controls/SearchInUrl.tsx'

/** The directory for employees, with a side for people from outside; for those, their contacts. */
export function DirectoryPage() {
  const words = useWords(peopleWords)
  const departmentWords = useWords(departmentsWords)
  const { kind: myKind } = useMe()
  const [side, setSide] = useInUrl('side')
  const [search, setSearch] = useInUrl('search')
  const [departmentId, setDepartmentId] = useInUrl('department')
  const [online, setOnline] = useInUrl('online')
  const works = myKind === 'employee'
  const outside = works && side === 'external'
  const filter = {
    ...(works ? { kind: outside ? ('external' as const) : ('employee' as const) } : {}),
    ...(search ? { search } : {}),
    ...(online ? { online: true } : {}),
    ...(works && !outside && departmentId ? { departmentId } : {}),
  }
  const list = useInfiniteQuery({
    ...people.list.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 60, after, ...filter }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const found = list.data?.pages.flatMap((page) => page.items)
  const narrowed = search !== '' || filter.departmentId !== undefined || online !== ''
  const searchable = narrowed || found === undefined || found.length > 0
  return (
    <>
      <PageHeader title={works ? (outside ? words.externals : words.employees) : words.contacts} />
      <div className={classes.tools} role="search">
        {works && (
          <SegmentedControl
            aria-label={words.people}
            value={outside ? 'external' : 'employee'}
            onChange={(value) => setSide(value === 'external' ? value : '')}
            data={[
              { value: 'employee', label: words.employees },
              { value: 'external', label: words.externals },
            ]}
          />
        )}
        {searchable && (
          <SearchInUrl
            className={classes.search}
            label={works && !outside ? words.directory.searchColleagues : words.directory.search}
            clear={words.directory.clear}
            value={search}
            set={setSearch}
          />
        )}
        {searchable && (
          <Chip
            checked={online !== ''}
            onChange={(only) => setOnline(only ? 'now' : '')}
            variant="outline"
            radius="sm"
            size="md"
          >
            {words.directory.online}
          </Chip>
        )}
        {works && !outside && (
          <>
            <DepartmentFilter value={departmentId} set={setDepartmentId} />
            <Button
              component={PageLink}
              to="/people/structure"
              variant="default"
              leftSection={<IconHierarchy2 size={16} aria-hidden />}
            >
              {departmentWords.title}
            </Button>
          </>
        )}
      </div>
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={10} faces />}
      {found && found.length > 0 && <PeopleList people={found} stale={list.isPlaceholderData} />}
      {found?.length === 0 && !list.isPlaceholderData && (
        <Nobody narrowed={narrowed} outside={outside} online={online !== ''} />
      )}
      {found && <MoreButton list={list} />}
    </>
  )
}

function Nobody({ narrowed, outside, online }: { narrowed: boolean; outside: boolean; online: boolean }) {
  const words = useWords(peopleWords)
  if (online)
    return <EmptyState icon={IconUsers} title={words.directory.nobodyOnline} text={words.directory.nobodyOnlineText} />
  if (narrowed)
    return (
      <EmptyState icon={IconUserSearch} title={words.directory.nobodyFound} text={words.directory.nobodyFoundText} />
    )
  return outside ? (
    <EmptyState icon={IconUsers} title={words.directory.noExternals} text={words.directory.noExternalsText} />
  ) : (
    <EmptyState icon={IconUsers} title={words.directory.noContacts} text={words.directory.noContactsText} />
  )
}
