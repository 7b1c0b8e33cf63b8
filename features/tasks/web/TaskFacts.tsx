import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { type ComponentType, type ReactNode } from 'react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useMe } from '#ui/me.ts'
import { exactTime } from '#ui/time.ts'
import { useEditInPlace } from '#ui/useEditInPlace.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Task } from '../contract.ts'
import { tasksWords } from '../words.ts'
import { Due } from './Due.tsx'
import { EditDeadline } from './EditDeadline.tsx'
import { EditResponsible } from './EditResponsible.tsx'
import classes from './TaskFacts.module.css'

/** Who, until when, where and from whom; what may be changed is changed in its place. */
export function TaskFacts({ task }: { task: Task }) {
  const words = useWords(tasksWords)
  const me = useMe()
  const { language } = useLanguage()
  const { group, lane, creator, responsible, deadline, completedBy, completedAt, createdAt, may } = task
  // A task between two is given to somebody else only by whoever set it.
  const mayGive = may.change && (group !== null || creator?.id === me.id)
  return (
    <dl className={classes.facts}>
      <Fact
        name={words.page.responsible}
        edit={mayGive ? { label: words.page.changeResponsible, task, form: EditResponsible } : null}
      >
        <Somebody person={responsible} voice={group?.voice ?? false} />
      </Fact>
      <Fact
        name={words.page.deadline}
        edit={may.change ? { label: words.page.changeDeadline, task, form: EditDeadline } : null}
      >
        <Due task={{ deadline, completedAt: null }} plain={completedAt !== null} />
        {deadline && <span className={classes.exact}>{exactTime(deadline, language, me.timeZone)}</span>}
      </Fact>
      <Fact name={words.page.group}>
        {group ? (
          <>
            <GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />
            {lane && <LaneMark name={lane.name} />}
          </>
        ) : (
          <span className={classes.exact}>{words.forTwo}</span>
        )}
      </Fact>
      <Fact name={words.page.creator}>
        <Somebody person={creator} voice={group?.voice ?? false} />
        <span className={classes.exact}>
          <TimeAgo at={createdAt} />
        </span>
      </Fact>
      {completedAt && (
        <Fact name={words.page.completedBy}>
          <Somebody person={completedBy} voice={group?.voice ?? false} />
          <span className={classes.exact}>
            <TimeAgo at={completedAt} />
          </span>
        </Fact>
      )}
    </dl>
  )
}

function Somebody({ person, voice }: { person: ShownPerson | null; voice: boolean }) {
  return (
    <span className={classes.somebody}>
      <PersonAvatar person={person} size={24} />
      <PersonName person={person} voice={voice} linked />
    </span>
  )
}

interface FactProps {
  name: string
  /** How it is changed; null where it may not be. */
  edit?: { label: string; task: Task; form: ComponentType<{ task: Task; close: () => void }> } | null
  children: ReactNode
}

function Fact({ name, edit, children }: FactProps) {
  const { editing, opener, edit: begin, close } = useEditInPlace()
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>
        {editing && edit ? (
          <edit.form task={edit.task} close={close} />
        ) : (
          <>
            {children}
            {edit && (
              <ActionIcon
                ref={opener}
                className={classes.edit}
                size="sm"
                onClick={begin}
                aria-label={edit.label}
                title={edit.label}
              >
                <IconPencil size={15} aria-hidden />
              </ActionIcon>
            )}
          </>
        )}
      </dd>
    </div>
  )
}
