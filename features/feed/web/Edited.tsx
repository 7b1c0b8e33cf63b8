import { UnstyledButton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WrittenText } from '#features/comments/web/door.tsx'
import { Attachments, Written } from '#features/writing/web/door.tsx'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NextPage } from '#ui/controls/NextPage.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { feed } from './api.ts'
import classes from './Edited.module.css'

/** Says that a post was changed, and shows to its readers what it said before. */
export function Edited({ post }: { post: Post }) {
  const words = useWords(feedWords)
  const [opened, setOpened] = useState(false)
  if (!post.editedAt) return null
  return (
    <>
      <UnstyledButton className={classes.edited} onClick={() => setOpened(true)} aria-haspopup="dialog">
        {words.edited}
      </UnstyledButton>
      <Dialog opened={opened} close={() => setOpened(false)} title={words.versions}>
        <Versions post={post} />
      </Dialog>
    </>
  )
}

function Versions({ post }: { post: Post }) {
  const words = useWords(feedWords)
  const list = useInfiniteQuery(
    feed.versions.infiniteOptions({
      input: (after: string | undefined) => ({ id: post.id, limit: 20, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  if (list.isPending) return <ListSkeleton rows={2} />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  return (
    <ol className={classes.versions}>
      {list.data.pages
        .flatMap((page) => page.items)
        .map(({ id, document, mentions, text, attachments, writtenAt }) => (
          <li key={id}>
            <div className={classes.when}>
              <TimeAgo at={writtenAt} />
            </div>
            {document ? (
              <Written document={document} mentions={mentions} text={text} voice={post.group?.voice ?? false} />
            ) : (
              <WrittenText text={text} />
            )}
            <Attachments files={attachments} />
          </li>
        ))}
      {list.hasNextPage && (
        <li>
          <NextPage list={list} label={words.older} />
        </li>
      )}
    </ol>
  )
}
