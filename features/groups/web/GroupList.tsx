import { Badge, Button } from '@mantine/core'
import { ExternalGroupChip } from '#ui/controls/ExternalGroupChip.tsx'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import classes from './GroupList.module.css'
import { GroupMark } from './GroupMark.tsx'
import { useJoin } from './useJoin.ts'

/** Groups one below the other, each with what it is and the way in. */
export function GroupList({ items }: { items: readonly Group[] }) {
  return (
    <ul className={classes.list}>
      {items.map((group) => (
        <GroupRow key={group.id} group={group} />
      ))}
    </ul>
  )
}

function GroupRow({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const join = useJoin(group.id)
  const { name, description, external, kind, visibility, mine } = group
  return (
    <li className={classes.row}>
      <GroupMark name={name} external={external} />
      <div className={classes.words}>
        <div className={classes.name}>
          <GroupName name={name} external={external} to={`/groups/${group.id}`} />
        </div>
        {description && <div className={classes.about}>{description}</div>}
      </div>
      <div className={classes.facts}>
        <span>{words.kind[kind]}</span>
        {external ? <ExternalGroupChip /> : <Badge color="gray">{words.visibility[visibility]}</Badge>}
        {mine && mine !== 'member' && <Badge>{words.role[mine]}</Badge>}
        {!mine && visibility === 'open' && (
          <Button
            size="compact-sm"
            variant="default"
            className={classes.join}
            loading={join.isPending}
            onClick={() => join.mutate({ id: group.id })}
            aria-label={words.joinGroup({ name })}
          >
            {words.join}
          </Button>
        )}
      </div>
    </li>
  )
}
