import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { PeopleInPages } from '#ui/controls/PeopleInPages.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { announcementsWords } from '../words.ts'
import classes from './Announcement.module.css'
import { announcements } from './api.ts'

interface ConfirmationsProps {
  post: Post
  opened: boolean
  close: () => void
}

/** Who has confirmed an announcement and who has not, for those who oversee it. They remind those who have not. */
export function Confirmations({ post, opened, close }: ConfirmationsProps) {
  const words = useWords(announcementsWords)
  return (
    <Dialog opened={opened} close={close} title={words.who}>
      <Panel post={post} />
    </Dialog>
  )
}

type Of = 'waiting' | 'confirmed'
const day = 86_400_000

function Panel({ post }: { post: Post }) {
  const words = useWords(announcementsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const [of, setOf] = useState<Of>('waiting')
  const list = useInfiniteQuery(
    announcements.confirmations.infiniteOptions({
      input: (after: string | undefined) => ({ id: post.id, of, limit: 50, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  )
  const remind = useMutation(
    announcements.remind.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: announcements.confirmations.key() }),
    }),
  )
  const first = list.data?.pages[0]
  const remindedAt = first?.remindedAt
  const lately = remindedAt && remindedAt.getTime() > Date.now() - day
  return (
    <div className={classes.panel}>
      {first && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.who}
          value={of}
          onChange={(value) => setOf(value)}
          data={(['waiting', 'confirmed'] as const).map((value) => ({ value, label: words.of[value](first[value]) }))}
        />
      )}
      <PeopleInPages list={list} nobody={words.nobody[of]} Beside={ConfirmedAt} />
      {first && first.waiting > 0 && !post.group?.archived && (
        <div className={classes.foot}>
          {lately ? (
            <span role="status">
              {words.reminded} <TimeAgo at={remindedAt} />
            </span>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={remind.isPending}
              onClick={() => remind.mutate({ id: post.id })}
            >
              {words.remind}
            </Button>
          )}
        </div>
      )}
      <FormError text={remind.error && sentenceOf(remind.error, shared, words.rules)} />
    </div>
  )
}

/** When somebody confirmed it. */
function ConfirmedAt({ at }: { at: Date | null }) {
  return (
    at && (
      <span className={classes.at}>
        <TimeAgo at={at} />
      </span>
    )
  )
}
