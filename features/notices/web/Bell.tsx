import { ActionIcon, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { noticesWords } from '../words.ts'
import { notices } from './api.ts'
import classes from './Bell.module.css'
import { LatestNotices } from './LatestNotices.tsx'

const most = 99

/** The bell in the top bar: how much is unread, and the latest behind it. */
export function Bell() {
  const words = useWords(noticesWords)
  const [open, setOpen] = useState(false)
  const unread = useQuery(notices.count.queryOptions()).data?.unread ?? 0
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(420px, calc(100vw - 24px))"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          size={36}
          className={classes.bell}
          aria-label={unread > 0 ? words.bell(unread) : words.bellQuiet}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={20} stroke={1.7} aria-hidden />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread >= most ? `${most}+` : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={words.title}>
        {open && <LatestNotices close={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  )
}
