import { Button } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { CompleteCheck } from './CompleteCheck.tsx'
import { Due } from './Due.tsx'
import classes from './TaskRow.module.css'

interface TaskRowProps {
  task: Task
  /** Names the group: where tasks of several groups stand together. */
  withGroup: boolean
  /** Names who set it, where the responsible is always oneself. */
  byWhom: boolean
  toggle: (task: Task) => void
  /** Set when this was done just now in this list: offers to take it back. */
  undo: boolean
}

/** One task in a list: done or not, what, where, who, until when, how much was said. */
export function TaskRow({ task, withGroup, byWhom, toggle, undo }: TaskRowProps) {
  const words = useWords(tasksWords)
  const { id, title, group, audience, completedAt, comments } = task
  const person = byWhom ? task.creator : task.responsible
  return (
    <li className={classes.row} data-row={id}>
      <CompleteCheck task={task} toggle={toggle} />
      <div className={classes.what}>
        <RecordLink to={`/tasks/${id}`} className={completedAt ? `${classes.title} ${classes.done}` : classes.title}>
          {title}
        </RecordLink>
        {audience === 'team' && <TeamOnly />}
        {undo && (
          <Button className={classes.undo} variant="subtle" size="compact-xs" onClick={() => toggle(task)}>
            {words.undo}
          </Button>
        )}
      </div>
      <div className={classes.about}>
        {withGroup && (
          <span className={classes.group}>
            {group && <GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />}
          </span>
        )}
        <span className={classes.who} title={byWhom ? words.page.creator : words.page.responsible}>
          <span className="loggia-hidden">{byWhom ? words.page.creator : words.page.responsible}:</span>
          <PersonAvatar person={person} size={22} />
          <PersonName person={person} withoutCompany />
        </span>
        <span className={classes.due}>
          <Due task={task} />
        </span>
        <span className={classes.comments}>
          {comments > 0 && (
            <>
              <IconMessage size={15} aria-hidden />
              <span aria-hidden>{comments}</span>
              <span className="loggia-hidden">{words.comments(comments)}</span>
            </>
          )}
        </span>
      </div>
    </li>
  )
}
