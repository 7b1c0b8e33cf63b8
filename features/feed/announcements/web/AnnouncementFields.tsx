import { CloseButton } from '@mantine/core'
import { IconSpeakerphone } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import type { NewAnnouncement } from '../contract.ts'
import { announcementsWords } from '../words.ts'
import classes from './Announcement.module.css'

/** Says what an announcement asks of its readers; there is nothing to fill in. */
export function AnnouncementFields({ remove }: AdditionFields<NewAnnouncement>) {
  const words = useWords(announcementsWords)
  return (
    <div className={classes.added}>
      <IconSpeakerphone size={17} aria-hidden />
      <span className={classes.asks}>{words.willAsk}</span>
      <CloseButton aria-label={words.remove} title={words.remove} onClick={remove} />
    </div>
  )
}
