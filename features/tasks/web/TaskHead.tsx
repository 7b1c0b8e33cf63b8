import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconPencil } from '@tabler/icons-react'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { RecordMenu } from '#ui/controls/RecordMenu.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { useEditInPlace } from '#ui/useEditInPlace.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { EditText } from './EditText.tsx'

/** The title of a task, written over where it stands, and the button that it is all about. */
export function TaskHead({ task, toggle }: { task: Task; toggle: (task: Task) => void }) {
  const words = useWords(tasksWords)
  const { editing, opener, edit, close } = useEditInPlace()
  const { id, title, completedAt, may, audience } = task
  if (editing) return <EditText taskId={id} part="title" text={title} label={words.page.editTitle} close={close} />
  return (
    <PageHeader
      title={title}
      mark={audience === 'team' && <TeamOnly />}
      actions={
        <>
          {may.change && (
            <ActionIcon ref={opener} onClick={edit} aria-label={words.page.editTitle} title={words.page.editTitle}>
              <IconPencil size={17} aria-hidden />
            </ActionIcon>
          )}
          <RecordMenu kind="task" id={id} />
          {may.change &&
            (completedAt ? (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={17} aria-hidden />}
                onClick={() => toggle(task)}
              >
                {words.reopen}
              </Button>
            ) : (
              <Button leftSection={<IconCheck size={17} aria-hidden />} onClick={() => toggle(task)}>
                {words.complete}
              </Button>
            ))}
        </>
      }
    />
  )
}
