import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import classes from './FeedPage.module.css'
import { PostComposer } from './PostComposer.tsx'
import { PostList } from './PostList.tsx'

/** What is said in all groups of the person, newest first. */
export function FeedPage() {
  const words = useWords(feedWords)
  return (
    <>
      <PageHeader title={words.title} />
      <div className={classes.column}>
        <PostComposer folds />
        <PostList />
      </div>
    </>
  )
}
