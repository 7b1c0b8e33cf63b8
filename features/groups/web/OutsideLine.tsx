import { UnstyledButton } from '@mantine/core'
import { IconWorld } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { MemberRows } from './MemberRows.tsx'
import classes from './OutsideLine.module.css'

/** "External people here: Acme (3), Beta (1)"; a click lists them. */
export function OutsideLine({ groupId }: { groupId: string }) {
  const words = useWords(groupsWords)
  const [opened, setOpened] = useState(false)
  const { data } = useQuery(groups.readership.queryOptions({ input: { id: groupId, audience: 'everyone' } }))
  if (!data) return <div className={classes.line} />
  const { companies } = data
  // Where no company is known, none is missed: their number says all.
  const none = companies.every(({ name }) => name === '')
  const named = companies.map(({ name, count }) =>
    none ? String(count) : words.page.outsideCompany({ name: name || words.page.noCompany, count }),
  )
  return (
    <div className={classes.line}>
      <IconWorld size={14} aria-hidden />
      {named.length === 0 ? (
        words.page.noneOutside
      ) : (
        <UnstyledButton className={classes.open} onClick={() => setOpened(true)} aria-haspopup="dialog">
          {words.page.outside} {named.join(', ')}
        </UnstyledButton>
      )}
      <SlideOver opened={opened} onClose={() => setOpened(false)} label={words.page.outsideTitle}>
        {opened && <MemberRows groupId={groupId} kind="external" />}
      </SlideOver>
    </div>
  )
}
