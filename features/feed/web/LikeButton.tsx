import { UnstyledButton } from '@mantine/core'
import { IconHeart, IconHeartFilled } from '@tabler/icons-react'
import { useMe } from '#ui/me.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import classes from './PostActs.module.css'
import { useLike } from './useLike.ts'

/** Likes a post and takes that back; who does is told on hover, or beside it when `named`. */
export function LikeButton({ post, named = false }: { post: Post; named?: boolean }) {
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
  const by = all.length > 0 ? words.likes.by({ who }) : undefined
  return (
    <>
      <UnstyledButton
        className={likes.mine ? `${classes.act} ${classes.mine}` : classes.act}
        aria-pressed={likes.mine}
        title={by}
        onClick={toggle}
      >
        <Icon size={17} aria-hidden />
        <span>{words.like}</span>
        {likes.count > 0 && <span className={classes.count}>{likes.count}</span>}
      </UnstyledButton>
      {named && <span className={classes.by}>{by}</span>}
    </>
  )
}
