import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAddressBook, IconHierarchy2, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useMe } from '#ui/me.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { departmentsWords } from '../words.ts'
import { DepartmentDialogs, type AskedDepartment } from './DepartmentDialogs.tsx'
import { DepartmentTree } from './DepartmentTree.tsx'
import classes from './StructurePage.module.css'
import { treeOf } from './tree.ts'

/** How the company is built: its departments, who heads them and how many work in each (PPL-6). Administrators change it here. */
export function StructurePage() {
  const words = useWords(departmentsWords)
  const { administrator } = useMe()
  const [asked, setAsked] = useState<AskedDepartment | null>(null)
  const [said, setSaid] = useState('')
  const list = useQuery(people.departments.list.queryOptions())
  const found = list.data?.items
  return (
    <>
      <PageHeader title={words.title} />
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      <div className={classes.tools}>
        <Button
          component={PageLink}
          to="/people"
          variant="default"
          leftSection={<IconAddressBook size={16} aria-hidden />}
        >
          {words.directory}
        </Button>
        {administrator && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAsked({ act: 'add', below: null })}
          >
            {words.add}
          </Button>
        )}
      </div>
      <Text size="sm" role="status" className={classes.said}>
        {said}
      </Text>
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={6} />}
      {found?.length === 0 && (
        <EmptyState
          icon={IconHierarchy2}
          title={words.none}
          text={administrator ? words.noneText : `${words.noneText} ${words.noneToSee}`}
        />
      )}
      {found && found.length > 0 && <DepartmentTree branches={treeOf(found)} ask={administrator ? setAsked : null} />}
      <DepartmentDialogs asked={asked} all={found ?? []} close={() => setAsked(null)} done={setSaid} />
    </>
  )
}
