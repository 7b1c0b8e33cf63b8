import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { feedWords } from '../../words.ts'
import classes from './Tags.module.css'

/** The tags of a post. Each leads to the posts that have it: of the group where one is in it, else of all that one reads. */
export function PostTags({ post: { tags, group }, everywhere }: { post: Post; everywhere: boolean }) {
  const words = useWords(feedWords).tags
  if (tags.length === 0) return null
  const page = everywhere || !group ? '/feed' : `/groups/${group.id}`
  return (
    <ul className={classes.tags} aria-label={words.title}>
      {tags.map((tag) => (
        <li key={tag}>
          <PageLink className={classes.tag} to={`${page}?tag=${encodeURIComponent(tag)}`}>
            <bdi>#{tag}</bdi>
          </PageLink>
        </li>
      ))}
    </ul>
  )
}
