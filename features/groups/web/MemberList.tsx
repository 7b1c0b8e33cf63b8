import { Button } from '@mantine/core'
import { IconDoorExit } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useMe } from '#ui/me.ts'
import { useSections, type GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { LeaveGroup } from './LeaveGroup.tsx'
import classes from './MemberList.module.css'
import { MemberRows } from './MemberRows.tsx'
import { SearchField } from './SearchField.tsx'
import { useGroup } from './useGroup.ts'

/** The members of a group, what their keepers can do with them, and who is still on the way in. */
export function MemberList(inside: GroupTabProps) {
  const words = useWords(groupsWords)
  const me = useMe()
  const group = useGroup(inside.groupId)
  const [search, setSearch] = useState('')
  const [leaving, setLeaving] = useState(false)
  const keeps = me.kind === 'employee' && (group?.mine === 'owner' || group?.mine === 'moderator')
  const parts = useSections()
    .flatMap(({ name, groupMembersPart }) => (groupMembersPart ? [{ name, ...groupMembersPart }] : []))
    .toSorted((a, b) => a.order - b.order)
  const drawn = (someParts: typeof parts) => (
    <Suspense>
      {someParts.map(({ name, component: Part }) => (
        <Part key={name} {...inside} />
      ))}
    </Suspense>
  )
  return (
    <>
      <div className={classes.tools}>
        <SearchField value={search} onChange={setSearch} label={words.members.look} />
        {group && group.mine !== 'owner' && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconDoorExit size={16} aria-hidden />}
            onClick={() => setLeaving(true)}
          >
            {words.members.leave}
          </Button>
        )}
      </div>
      {drawn(parts.filter(({ order }) => order < 0))}
      <MemberRows
        groupId={inside.groupId}
        search={search}
        {...(keeps ? { keeping: { owns: group?.mine === 'owner', archived: inside.archived } } : {})}
      />
      {drawn(parts.filter(({ order }) => order >= 0))}
      {group && <LeaveGroup group={group} opened={leaving} close={() => setLeaving(false)} />}
    </>
  )
}
