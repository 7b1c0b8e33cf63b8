import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { DeadlineField } from './DeadlineField.tsx'
import { fieldText, momentOf } from '#ui/localTime.ts'
import { useChangeTask } from './useChangeTask.ts'

/** Moves the deadline of a task, or takes it away. */
export function EditDeadline({ task: { id, deadline }, close }: { task: Task; close: () => void }) {
  const words = useWords(tasksWords)
  const { timeZone } = useMe()
  const [value, setValue] = useState(deadline ? fieldText(deadline, timeZone) : '')
  const { problem, isPending, change } = useChangeTask(id, close)
  const at = momentOf(value, timeZone)
  const wrong = value !== '' && at === null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) change({ deadline: at?.toISOString() ?? null })
      }}
    >
      <DeadlineField
        bare
        label={words.page.deadline}
        value={value}
        onChange={setValue}
        error={wrong ? words.form.wrongDate : problem}
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
