import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import { keeping } from './api.ts'
import classes from './UnreadCount.module.css'

/** More is not counted. */
const most = 99

/** How many posts the person has not read, in all of their groups or in one. */
export function UnreadCount({ groupId }: { groupId?: string }) {
  const words = useWords(feedWords)
  const { data } = useQuery(keeping.unread.queryOptions())
  const count = (groupId ? data?.groups.find(({ id }) => id === groupId)?.count : data?.count) ?? 0
  if (count === 0) return null
  const said = words.keep.unreadPosts(count)
  return (
    <span className={groupId ? `${classes.count} ${classes.quiet}` : classes.count} title={said}>
      <span aria-hidden>{count > most ? `${most}+` : count}</span>
      <span className="loggia-hidden">{said}</span>
    </span>
  )
}
