import { useCallback } from 'react'
import { EntryCard } from '../../entries/web/EntryCard.tsx'
import { useSeen } from '../../marks/web/useSeen.ts'
import { PostCard } from '../../web/PostCard.tsx'
import type { FeedItem } from '../contract.ts'
import classes from './FeedItems.module.css'

interface FeedItemsProps {
  items: readonly FeedItem[]
  withGroup: boolean
  /** False where what is pinned stands above already. */
  withPinned: boolean
  /** Hears which element the list is. */
  setList: (list: HTMLElement | null) => void
}

/** Posts and entries in their order. What stands before somebody's eyes for a moment is read. */
export function FeedItems({ items, withGroup, withPinned, setList }: FeedItemsProps) {
  const watch = useSeen()
  const ref = useCallback(
    (element: HTMLOListElement | null) => {
      setList(element)
      return watch(element)
    },
    [setList, watch],
  )
  return (
    <ol className={classes.list} ref={ref}>
      {items.map(({ id, key, post, entry, marks }) =>
        marks?.pinned && !withPinned ? null : (
          <li
            key={key}
            className={classes.piece}
            tabIndex={-1}
            data-piece={key}
            data-place={id}
            data-unread={marks?.unread ? post?.id : undefined}
          >
            {post && <PostCard post={post} marks={marks} withGroup={withGroup} />}
            {entry && <EntryCard entry={entry} withGroup={withGroup} />}
            <span data-end />
          </li>
        ),
      )}
    </ol>
  )
}
