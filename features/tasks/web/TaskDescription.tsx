import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { WrittenText } from '#features/comments/web/door.tsx'
import { useEditInPlace } from '#ui/useEditInPlace.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { EditText } from './EditText.tsx'
import classes from './TaskDescription.module.css'

/** What a task says beyond its title, written over where it stands. */
export function TaskDescription({ task: { id, description, may } }: { task: Task }) {
  const words = useWords(tasksWords)
  const { editing, opener, edit, close } = useEditInPlace()
  if (editing) {
    return (
      <div className={classes.description}>
        <EditText taskId={id} part="description" text={description} label={words.page.editDescription} close={close} />
      </div>
    )
  }
  if (!description) {
    return may.change ? (
      <Button
        ref={opener}
        className={classes.add}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={edit}
      >
        {words.page.addDescription}
      </Button>
    ) : null
  }
  return (
    <div className={classes.description}>
      <div className={classes.text}>
        <WrittenText text={description} />
      </div>
      {may.change && (
        <ActionIcon
          ref={opener}
          onClick={edit}
          aria-label={words.page.editDescription}
          title={words.page.editDescription}
        >
          <IconPencil size={17} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
