import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { departmentsWords } from '../words.ts'
import classes from './DepartmentCard.module.css'
import type { AskedDepartment } from './DepartmentDialogs.tsx'
import type { Branch } from './tree.ts'

interface DepartmentCardProps {
  department: Branch
  /** Null where the reader changes nothing. */
  ask: ((asked: AskedDepartment) => void) | null
}

/** One department: its name, who heads it, and its people a click away. */
export function DepartmentCard({ department, ask }: DepartmentCardProps) {
  const words = useWords(departmentsWords)
  const { id, name, head, people, all, below } = department
  return (
    <div className={classes.card}>
      <div className={classes.top}>
        <span className={classes.name}>{name}</span>
        {ask && <Acts department={department} ask={ask} />}
      </div>
      {head ? (
        <div className={classes.head}>
          <PersonAvatar person={head} size={28} />
          <span className={classes.who}>
            <PersonName person={head} linked />
            <span className={classes.quiet}>{words.head}</span>
          </span>
        </div>
      ) : (
        <span className={classes.quiet}>{words.noHead}</span>
      )}
      <span className={classes.quiet}>
        {people > 0 ? (
          <PageLink
            to={`/people?department=${id}`}
            aria-label={words.peopleOf({ people: words.people(people), name })}
            className={classes.people}
          >
            {words.people(people)}
          </PageLink>
        ) : (
          words.nobody
        )}
        {below.length > 0 && all > people && ` · ${words.below(all)}`}
      </span>
    </div>
  )
}

function Acts({ department, ask }: { department: Branch; ask: (asked: AskedDepartment) => void }) {
  const words = useWords(departmentsWords)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={words.acts({ name: department.name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => ask({ act: 'edit', department })}>
          {words.edit}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => ask({ act: 'add', below: department.id })}
        >
          {words.addBelow}
        </Menu.Item>
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => ask({ act: 'remove', department })}
        >
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
