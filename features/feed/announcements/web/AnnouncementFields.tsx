import { CloseButton } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import type { NewAnnouncement } from '../contract.ts'
import { announcementsWords } from '../words.ts'
import classes from './Announcement.module.css'

/** Says what an announcement asks of its readers; there is nothing to fill in. */
export function AnnouncementFields({ remove, comes }: AdditionFields<NewAnnouncement>) {
  const words = useWords(announcementsWords)
  const button = useRef<HTMLButtonElement>(null)
  // Somebody has just asked for it, and the button that they pressed is gone.
  useEffect(() => {
    if (comes) button.current?.focus()
  }, [comes])
  return (
    <div className={classes.added}>
      <IconSpeakerphone size={17} aria-hidden />
      <span className={classes.asks}>{words.willAsk}</span>
      <CloseButton ref={button} aria-label={words.remove} title={words.remove} onClick={remove} />
    </div>
  )
}
