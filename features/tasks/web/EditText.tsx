import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { tasksWords } from '../words.ts'
import { useChangeTask } from './useChangeTask.ts'

interface EditTextProps {
  taskId: string
  part: 'title' | 'description'
  text: string
  label: string
  close: () => void
}

/** Writes the title or the description of a task where it stands. Escape gives up, Ctrl+Enter (Enter in a title) saves. */
export function EditText({ taskId, part, text, label, close }: EditTextProps) {
  const words = useWords(tasksWords)
  const [value, setValue] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { problem, isPending, change } = useChangeTask(taskId, close)
  const missing = part === 'title' && !value.trim()
  const save = () => {
    if (!missing) change({ [part]: value })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Gives up the writing, and not the slide-over around it.
      event.stopPropagation()
      close()
    } else if (event.key === 'Enter' && (part === 'title' || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      save()
    }
  }
  return (
    <form
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <FormError text={problem} />
      <Textarea
        aria-label={label}
        ref={field}
        minRows={part === 'title' ? 1 : 4}
        maxLength={part === 'title' ? 300 : 20_000}
        value={value}
        error={missing ? words.form.needTitle : null}
        onChange={(event) => setValue(event.currentTarget.value)}
        onKeyDown={onKeyDown}
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
