import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useOpenAddress } from '#ui/shell/over.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Chosen } from '../addressing/web/chosen.ts'
import { feedWords } from '../words.ts'
import { PostComposer } from './PostComposer.tsx'

/** Writes a post from anywhere, to whom it begins with; when it is sent it opens over the page. */
export function PostForm({ close, to }: { close: () => void; to?: readonly Chosen[] }) {
  const words = useWords(feedWords)
  const open = useOpenAddress()
  return (
    <>
      <PageHeader title={words.post} />
      <PostComposer
        to={to}
        lines={5}
        inFocus
        sent={(post) => {
          close()
          open(`/posts/${post.id}`, true)
        }}
      />
    </>
  )
}
