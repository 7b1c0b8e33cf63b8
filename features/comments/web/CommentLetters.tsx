import { LettersWaiting } from '#features/notices/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { useRemoveComment } from './useRemoveComment.ts'

interface CommentLettersProps {
  comment: Comment
  threadId: string
  removed: (id: string) => void
}

/** Below one's own comment: to whom letters about it still wait to go. */
export function CommentLetters({ comment, threadId, removed }: CommentLettersProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const remove = useRemoveComment(removed)
  const { id, author, may, createdAt } = comment
  if (author?.id !== me.id || !may.remove) return null
  return (
    <>
      <LettersWaiting threadId={threadId} saidId={id} createdAt={createdAt} takeBack={() => remove.mutate({ id })} />
      <FormError text={remove.error && sentenceOf(remove.error, shared, words.rules)} />
    </>
  )
}
