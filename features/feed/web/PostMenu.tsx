import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { RecordMenu, type RecordAct } from '#ui/controls/RecordMenu.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useOver } from '#ui/shell/over.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { feed } from './api.ts'
import { offerUndo } from './undo.ts'

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
  const cache = useQueryClient()
  const { over, close } = useOver()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = useMutation(
    feed.remove.mutationOptions({
      onMutate: () => setProblem(null),
      onError: (error) => setProblem(sentenceOf(error, shared, words.rules)),
      onSuccess: async () => {
        offerUndo(post.id)
        // What stood open over the page is there no more.
        if (open && over) close()
        await cache.invalidateQueries({ queryKey: feed.key() })
      },
    }),
  )
  const { may } = post
  return (
    <>
      <FormError text={problem} />
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
