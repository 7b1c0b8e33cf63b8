import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { ResponsibleField } from './ResponsibleField.tsx'
import { useChangeTask } from './useChangeTask.ts'

/** Gives a task to somebody else among those who can take part in it. */
export function EditResponsible({ task, close }: { task: Task; close: () => void }) {
  const words = useWords(tasksWords)
  const [person, setPerson] = useState<ShownPerson | null>(task.responsible)
  const { problem, isPending, change } = useChangeTask(task.id, close)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (person) change({ responsibleId: person.id })
      }}
    >
      <ResponsibleField
        label={words.form.chooseResponsible}
        groupId={task.group?.id ?? null}
        colleaguesOnly={task.audience === 'team'}
        laneId={task.lane?.id}
        value={person}
        onChange={setPerson}
        error={problem}
        bare
      />
      <Group gap="xs" mt={8}>
        <Button type="submit" size="xs" loading={isPending}>
          {words.page.save}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {words.page.cancel}
        </Button>
      </Group>
    </form>
  )
}
