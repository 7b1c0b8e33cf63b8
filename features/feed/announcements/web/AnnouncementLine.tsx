import { Button, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import { keepPost } from '../../web/keepPost.ts'
import type { Announcement } from '../contract.ts'
import { announcementsWords } from '../words.ts'
import classes from './Announcement.module.css'
import { announcements } from './api.ts'
import { Confirmations } from './Confirmations.tsx'

/** Beyond this many the server counts no further. */
const mostConfirmed = 999

interface AnnouncementLineProps {
  post: Post
  announcement: Announcement
}

/** Below an announcement: the button that confirms it, when that was, and for those who oversee it how many have. */
export function AnnouncementLine({ post, announcement }: AnnouncementLineProps) {
  const words = useWords(announcementsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const [listing, setListing] = useState(false)
  const { asked, confirmedAt, confirmed } = announcement
  const confirm = useMutation(
    announcements.confirm.mutationOptions({
      onSuccess: (answer) => keepPost(cache, { ...post, announcement: answer }),
    }),
  )
  if (!asked && !confirmedAt && confirmed === null) return null
  return (
    <>
      <div className={classes.line}>
        {confirmedAt ? (
          <span className={classes.done} role="status">
            <IconCheck size={16} className={classes.check ?? ''} aria-hidden />
            {words.youConfirmed} · <TimeAgo at={confirmedAt} />
          </span>
        ) : (
          asked && (
            <>
              <span className={classes.asks}>{words.asks}</span>
              <Button size="xs" loading={confirm.isPending} onClick={() => confirm.mutate({ id: post.id })}>
                {words.confirm}
              </Button>
            </>
          )
        )}
        {confirmed !== null && (
          <UnstyledButton className={classes.who} aria-haspopup="dialog" onClick={() => setListing(true)}>
            {countOf(confirmed, words)}
          </UnstyledButton>
        )}
      </div>
      <FormError text={confirm.error && sentenceOf(confirm.error, shared, words.rules)} />
      {confirmed !== null && <Confirmations post={post} opened={listing} close={() => setListing(false)} />}
    </>
  )
}

function countOf(confirmed: number, words: ReturnType<typeof useWords<typeof announcementsWords.en>>): string {
  if (confirmed === 0) return words.nobodyConfirmed
  return confirmed > mostConfirmed ? words.manyConfirmed({ most: mostConfirmed }) : words.confirmed(confirmed)
}
