import { UnstyledButton } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { LikedBy } from './LikedBy.tsx'
import classes from './PostActs.module.css'
import { useLike } from './useLike.ts'

/** Likes a post and takes that back; who else does stands beside it when `named`. */
export function LikeButton({ post, named = false }: { post: Post; named?: boolean }) {
  const words = useWords(feedWords)
  const me = useMe()
  const { likes, toggle } = useLike(post)
  const others = likes.people.filter((person) => person.id !== me.id)
  const unnamed = likes.count - others.length - Number(likes.mine)
  const Icon = likes.mine ? IconHeartFilled : IconHeart
  return (
    <>
      <UnstyledButton
        className={likes.mine ? `${classes.act} ${classes.mine}` : classes.act}
        aria-pressed={likes.mine}
        onClick={toggle}
        disabled={post.group.archived}
      >
        <Icon size={17} aria-hidden />
        <span>{words.like}</span>
        {likes.count > 0 && <span className={classes.count}>{likes.count}</span>}
      </UnstyledButton>
      {named && <LikedBy mine={likes.mine} people={others} unnamed={unnamed} />}
    </>
  )
}
