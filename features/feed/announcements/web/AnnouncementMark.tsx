import { IconSpeakerphone } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { announcementsWords } from '../words.ts'
import classes from './Announcement.module.css'

/** At the head of a post: that it is an announcement. */
export function AnnouncementMark() {
  const words = useWords(announcementsWords)
  return (
    <span className={classes.mark}>
      <IconSpeakerphone size={14} aria-hidden />
      {words.announcement}
    </span>
  )
}
