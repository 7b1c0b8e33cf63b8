import { Button, SegmentedControl } from '@mantine/core'
import { IconArchive, IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { Deletions } from './Deletion.tsx'
import { GroupForm } from './GroupForm.tsx'
import { GroupList } from './GroupList.tsx'
import classes from './GroupList.module.css'
import { SearchField } from './SearchField.tsx'

const externalsChoose = ['mine', 'archived'] as const
const employeesChoose = ['mine', 'all', 'archived'] as const
type Which = (typeof employeesChoose)[number]

/** All groups that the person is in, and for employees those that they can find. */
export function GroupsPage() {
  const words = useWords(groupsWords)
  const employee = useMe().kind === 'employee'
  const [shown, show] = useInUrl('show')
  const [search, setSearch] = useInUrl('search')
  const [creating, setCreating] = useState(false)
  const which = shown === 'archived' || (employee && shown === 'all') ? shown : 'mine'
  const create = employee && (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>
      {words.create}
    </Button>
  )
  return (
    <>
      <PageHeader title={words.title} actions={create} />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={words.title}
          value={which}
          onChange={(next) => show(next === 'mine' ? '' : next)}
          data={(employee ? employeesChoose : externalsChoose).map((value) => ({ value, label: words.listed[value] }))}
        />
        <SearchField value={search} onChange={setSearch} label={words.look} />
      </div>
      {which === 'archived' && <Deletions />}
      <Listed which={which} search={search} create={create} />
      <SlideOver opened={creating} onClose={() => setCreating(false)} label={words.create}>
        <GroupForm close={() => setCreating(false)} />
      </SlideOver>
    </>
  )
}

function Listed({ which, search, create }: { which: Which; search: string; create: ReactNode }) {
  const words = useWords(groupsWords)
  const employee = useMe().kind === 'employee'
  const list = useInfiniteQuery({
    ...groups.list.infiniteOptions({
      input: (after: string | undefined) => ({
        mine: which !== 'all',
        archived: which === 'archived',
        limit: 50,
        ...(search ? { search } : {}),
        ...(after ? { after } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  if (list.isPending) return <ListSkeleton rows={7} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={words.rules} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    if (search) return <EmptyState icon={IconUsersGroup} {...words.nothingFound} />
    if (which === 'archived') return <EmptyState icon={IconArchive} {...words.noneArchived} />
    if (!employee) return <EmptyState icon={IconUsersGroup} title={words.none.title} text={words.none.external} />
    if (which === 'all') return <EmptyState icon={IconUsersGroup} {...words.noneAtAll} act={create} />
    const find = (
      <Button component={PageLink} to="/groups?show=all" variant="default">
        {words.none.find}
      </Button>
    )
    return <EmptyState icon={IconUsersGroup} title={words.none.title} text={words.none.employee} act={find} />
  }
  return (
    <>
      <GroupList items={items} />
      {list.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  )
}
