import { IconPinnedFilled, IconStarFilled } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import type { Marks } from '../contract.ts'
import classes from './PostMarks.module.css'

/** Beside the time of a post: that it is new to the reader, a favourite of theirs, pinned for all. */
export function PostMarks({ marks }: { marks: Marks | null }) {
  const words = useWords(feedWords)
  if (!marks) return null
  return (
    <>
      {marks.unread && <span className={classes.unread}>{words.keep.unread}</span>}
      {marks.favourite && (
        <span className={classes.mark} title={words.keep.favourite}>
          <IconStarFilled size={14} aria-hidden />
          <span className="loggia-hidden">{words.keep.favourite}</span>
        </span>
      )}
      {marks.pinned && (
        <span className={classes.mark} title={words.keep.pinned}>
          <IconPinnedFilled size={14} aria-hidden />
          <span className="loggia-hidden">{words.keep.pinned}</span>
        </span>
      )}
    </>
  )
}
