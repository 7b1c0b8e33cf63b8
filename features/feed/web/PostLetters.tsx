import { LettersWaiting } from '#features/notices/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { useDeletePost } from './useDeletePost.ts'

/** Below one's own post: to whom letters about it still wait to go. */
export function PostLetters({ post, open }: { post: Post; open: boolean }) {
  const words = useWords(feedWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const remove = useDeletePost({ open })
  if (post.author?.id !== me.id || !post.may.delete) return null
  return (
    <>
      <LettersWaiting
        threadId={post.id}
        saidId={null}
        createdAt={post.createdAt}
        takeBack={() => remove.mutate({ id: post.id })}
      />
      <FormError text={remove.error && sentenceOf(remove.error, shared, words.rules)} />
    </>
  )
}
