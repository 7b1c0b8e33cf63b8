import { IconPencil, IconTrash } from '@tabler/icons-react'
import { FormError } from '#ui/controls/FormError.tsx'
import { RecordMenu, type RecordAct } from '#ui/controls/RecordMenu.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { useDeletePost } from './useDeletePost.ts'

interface PostMenuProps {
  post: Post
  open: boolean
  edit: () => void
  /** What each reader can do with it for themselves, and keepers for the group. */
  acts: readonly RecordAct[]
}

/** What may be done with a post: its author changes it, and deletes it, as does whoever manages the group. */
export function PostMenu({ post, open, edit, acts }: PostMenuProps) {
  const words = useWords(feedWords)
  const shared = useWords(uiWords)
  const remove = useDeletePost({ open })
  const { may } = post
  return (
    <>
      <FormError text={remove.error && sentenceOf(remove.error, shared, words.rules)} />
      <RecordMenu
        kind="post"
        id={post.id}
        acts={[
          ...acts,
          ...(may.edit ? [{ label: words.edit, icon: IconPencil, onClick: edit }] : []),
          ...(may.delete
            ? [{ label: words.delete, icon: IconTrash, onClick: () => remove.mutate({ id: post.id }) }]
            : []),
        ]}
      />
    </>
  )
}
