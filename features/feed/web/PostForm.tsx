import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useOpenAddress } from '#ui/shell/over.ts'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../words.ts'
import { PostComposer } from './PostComposer.tsx'

/** Writes a post from anywhere; when it is sent it opens over the page. */
export function PostForm({ close }: { close: () => void }) {
  const words = useWords(feedWords)
  const open = useOpenAddress()
  return (
    <>
      <PageHeader title={words.post} />
      <PostComposer
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
