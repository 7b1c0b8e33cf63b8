import { UnstyledButton } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useMe } from '#ui/me.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import classes from './PostActs.module.css'
import { useLike } from './useLike.ts'

/** Likes a post and takes that back; hovering or asking a screen reader tells who else does. */
export function LikeButton({ post }: { post: Post }) {
  const words = useWords(feedWords)
  const { language } = useLanguage()
  const me = useMe()
  const { likes, toggle } = useLike(post)
  const others = likes.people.filter((person) => person.id !== me.id).map((person) => person.name)
  const unnamed = likes.count - others.length - Number(likes.mine)
  const all = [
    ...(likes.mine ? [words.likes.you] : []),
    ...others,
    ...(unnamed > 0 ? [words.likes.others(unnamed)] : []),
  ]
  const who = new Intl.ListFormat(language, { type: 'conjunction' }).format(all)
  const Icon = likes.mine ? IconHeartFilled : IconHeart
  return (
    <UnstyledButton
      className={likes.mine ? `${classes.act} ${classes.mine}` : classes.act}
      aria-pressed={likes.mine}
      title={all.length > 0 ? words.likes.by({ who }) : undefined}
      onClick={toggle}
    >
      <Icon size={17} aria-hidden />
      <span>{words.like}</span>
      {likes.count > 0 && <span className={classes.count}>{likes.count}</span>}
    </UnstyledButton>
  )
}
