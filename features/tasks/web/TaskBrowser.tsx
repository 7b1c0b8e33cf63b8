import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { GroupPicker, useTool } from '#features/groups/web/door.tsx'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { FilterField } from '#ui/controls/FilterField.tsx'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import classes from './TaskBrowser.module.css'
import { TaskForm } from './TaskForm.tsx'
import { TaskList } from './TaskList.tsx'
import type { Shown } from './useTasks.ts'

const oneOf = <Word extends string>(words: readonly [Word, ...Word[]], word: string): Word =>
  words.find((known) => known === word) ?? words[0]

/** Tasks with their filters, which stand in the address: one's own first, or first all of a group. In a closed one none is set. */
export function TaskBrowser({ groupId, closed = false }: { groupId?: string; closed?: boolean }) {
  const words = useWords(tasksWords)
  const everyone = ['all', 'mine', 'setByMe'] as const
  const oneself = ['mine', 'setByMe', 'all'] as const
  const [whoseWord, setWhose] = useInUrl('whose')
  const [stateWord, setState] = useInUrl('state')
  const [sortWord, setSort] = useInUrl('sort')
  const [group, setGroup] = useInUrl('group')
  const [making, setMaking] = useState(false)
  const whose = oneOf(groupId ? everyone : oneself, whoseWord)
  const state = oneOf(['open', 'completed'], stateWord)
  // What is done has no nearness.
  const sort = state === 'completed' ? 'newest' : oneOf(['deadline', 'newest'], sortWord)
  const inGroup = groupId ?? (group || undefined)
  const { adds } = useTool(inGroup ?? null, 'tasks')
  const shown: Shown = { whose, state, sort, ...(inGroup ? { group: inGroup } : {}) }
  const make = (variant: 'filled' | 'light') => (
    <Button variant={variant} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {words.newTask}
    </Button>
  )
  const kind = state === 'completed' ? 'completed' : whose === 'all' ? 'open' : whose
  const empty = (
    <EmptyState
      icon={IconChecklist}
      title={words.empty[kind].title}
      text={words.empty[kind].text}
      {...(state === 'open' && !closed ? { act: make('light') } : {})}
    />
  )
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={words.show.whose}
          value={whose}
          onChange={setWhose}
          data={(groupId ? everyone : oneself).map((value) => ({ value, label: words.whose[value] }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.show.state}
          value={state}
          onChange={setState}
          data={(['open', 'completed'] as const).map((value) => ({ value, label: words.state[value] }))}
        />
        {state === 'open' && (
          <Select
            className={classes.sort}
            size="xs"
            aria-label={words.show.sort}
            allowDeselect={false}
            value={sort}
            onChange={(value) => setSort(value ?? '')}
            data={(['deadline', 'newest'] as const).map((value) => ({ value, label: words.sort[value] }))}
          />
        )}
        {!groupId && (
          <FilterField width={230}>
            <GroupPicker
              value={group}
              onChange={(id) => setGroup(id ?? '')}
              label={words.show.group}
              placeholder={words.show.everyGroup}
              clearable
            />
          </FilterField>
        )}
        {!closed && <div className={groupId ? classes.end : `${classes.end} ${classes.desk}`}>{make('filled')}</div>}
      </div>
      <TaskList shown={shown} empty={empty} />
      <SlideOver opened={making} onClose={() => setMaking(false)} label={words.newTask}>
        <TaskForm close={() => setMaking(false)} {...(inGroup && adds ? { groupId: inGroup } : {})} />
      </SlideOver>
    </>
  )
}
