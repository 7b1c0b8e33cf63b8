import { CloseButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { AddressPicker } from '#features/groups/web/door.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import type { Answering } from './answering.ts'
import classes from './Comments.module.css'
import { useCommentDraft, type Quoted } from '../drafts/web/useCommentDraft.ts'
import { Composer, type SentComment } from './Composer.tsx'
import { Quote } from './Quote.tsx'
import type { Say } from './useThread.ts'
import { addressOf, useThreadAddressing } from './useThreadAddressing.ts'
import { useThreadReaders, writingPlace, type ThreadPlace } from './useThreadReaders.ts'

interface ReplyFormProps {
  /** Where it will stand: below this comment that replies to none. */
  below: { threadId: string; commentId: string }
  answering: Answering
  place: ThreadPlace
  say: Say
  close: () => void
}

/** Where one replies to a comment. Where fewer read it than what it stands below, the reply is for those. */
export function ReplyForm({ below, answering, place, say, close }: ReplyFormProps) {
  const { comment, quote } = answering
  const words = useWords(commentsWords)
  const to = useThreadAddressing(place)
  const { apart } = comment
  const address = apart ? addressOf(apart) : to.address
  const readers = useThreadReaders(place, address)
  const said = quote ? { commentId: comment.id, author: comment.author, text: quote } : null
  const [quoted, setQuoted] = useState<Quoted | null>(said)
  const [asked, setAsked] = useState(answering)
  if (asked !== answering) {
    setAsked(answering)
    setQuoted(said)
  }
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [comment.id, quote])
  // What somebody quotes now stands, whatever a draft quoted.
  const keeping = useCommentDraft(below, to, { quoted, quote: (before) => setQuoted((now) => now ?? before) })
  const send = async ({ text, ...sent }: SentComment) => {
    const about = quoted ? { quotedId: quoted.commentId, quote: quoted.text } : {}
    await say(text, address, { commentId: comment.id, ...sent, ...about })
    to.sent()
    close()
  }
  return (
    <div className={classes.answering}>
      <Composer
        label={words.writeReply}
        readers={readers}
        place={writingPlace(below.threadId, place, address)}
        rules={words.rules}
        send={send}
        keeping={keeping}
        unaddressed={apart ? undefined : to.unaddressed}
        field={field}
        above={
          quoted && (
            <div className={classes.quoting}>
              <Quote author={quoted.author} text={quoted.text} voice={place.voice} />
              <CloseButton size="sm" aria-label={words.noQuote} onClick={() => setQuoted(null)} />
            </div>
          )
        }
        leave={close}
      >
        {to.mayChoose && !apart && (
          <div className={classes.address}>
            <AddressPicker to={to} />
          </div>
        )}
      </Composer>
      <CloseButton size="sm" aria-label={words.notReply} title={words.notReply} onClick={close} />
    </div>
  )
}
