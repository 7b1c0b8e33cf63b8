import { SegmentedControl, Text } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { IconUserOff, IconUserSearch, IconUsers } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AssignDialog } from '../companies/web/AssignDialog.tsx'
import type { Administered } from '../contract.ts'
import { RehireRefused } from '../moving/web/RehireRefused.tsx'
import { StandingOver, type AskedStanding } from '../moving/web/StandingOver.tsx'
import { movingWords } from '../moving/words.ts'
import { peopleWords } from '../words.ts'
import { AdministeredList } from './AdministeredList.tsx'
import classes from './AdministrationPage.module.css'
import { people } from './api.ts'
import { MoreButton } from './MoreButton.tsx'
import { SearchInUrl } from '#ui/controls/SearchInUrl.tsx'
import { useRehire } from './useRehire.ts'

const sides = ['employees', 'externals', 'dismissed'] as const
type Side = (typeof sides)[number]

/** Everybody of the portal, for administrators: who they are, whether they come; dismissing and hiring again. */
export function AdministrationPage() {
  const words = useWords(peopleWords)
  const standingWords = useWords(movingWords)
  const [chosen, setSide] = useInUrl('show')
  const [search, setSearch] = useInUrl('search')
  const [asked, setAsked] = useState<AskedStanding | null>(null)
  const [editing, setEditing] = useState<Administered | null>(null)
  const [said, setSaid] = useState<ReactNode>('')
  const rehire = useRehire()
  const show = sides.find((side) => side === chosen) ?? 'employees'
  const names: Record<Side, string> = {
    employees: words.employees,
    externals: words.externals,
    dismissed: words.administration.dismissedTab,
  }
  const list = useInfiniteQuery({
    ...people.administration.infiniteOptions({
      input: (after: string | undefined) => ({ limit: 60, after, show, ...(search ? { search } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const found = list.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <h2 className={classes.title}>{words.people}</h2>
      <Text size="sm" c="dimmed" mb="sm">
        {words.administration.text}
      </Text>
      <div className={classes.tools} role="search">
        <SegmentedControl
          className={classes.sides}
          classNames={{ control: classes.side, label: classes.sideName }}
          aria-label={words.people}
          value={show}
          onChange={(value) => setSide(value === 'employees' ? '' : value)}
          data={sides.map((side) => ({ value: side, label: names[side] }))}
        />
        <SearchInUrl
          className={classes.search}
          label={words.administration.search}
          clear={words.directory.clear}
          value={search}
          set={setSearch}
        />
      </div>
      <Text size="sm" role="status" className={classes.said}>
        {said}
      </Text>
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={8} faces />}
      {found && found.length > 0 && (
        <AdministeredList
          people={found}
          stale={list.isPlaceholderData}
          ask={(person, act) => setAsked({ act, person })}
          edit={setEditing}
          rehire={(person) =>
            rehire.mutate(
              { id: person.id },
              {
                onSuccess: () =>
                  setSaid(<Named person={person}>{standingWords.done.rehire({ name: person.name })}</Named>),
              },
            )
          }
        />
      )}
      {found?.length === 0 && !list.isPlaceholderData && <Nobody show={show} narrowed={search !== ''} />}
      {found && <MoreButton list={list} />}
      <StandingOver asked={asked} close={() => setAsked(null)} done={setSaid} />
      <RehireRefused rehire={rehire} />
      <AssignDialog person={editing} close={() => setEditing(null)} done={setSaid} />
    </>
  )
}

function Nobody({ show, narrowed }: { show: Side; narrowed: boolean }) {
  const words = useWords(peopleWords)
  if (narrowed || show === 'employees')
    return (
      <EmptyState icon={IconUserSearch} title={words.directory.nobodyFound} text={words.directory.nobodyFoundText} />
    )
  return show === 'dismissed' ? (
    <EmptyState
      icon={IconUserOff}
      title={words.administration.noneDismissed}
      text={words.administration.noneDismissedText}
    />
  ) : (
    <EmptyState
      icon={IconUsers}
      title={words.administration.noneExternal}
      text={words.administration.noneExternalText}
    />
  )
}
