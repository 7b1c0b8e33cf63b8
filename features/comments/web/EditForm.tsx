import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  AttachButton,
  HeldFiles,
  linkedInWords,
  Unreached,
  useFiles,
  useUnread,
  withoutLink,
} from '#features/writing/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { comments } from './api.ts'
import classes from './Comments.module.css'
import { keepComment } from './keepComment.ts'
import { MentionField } from './MentionField.tsx'
import { asTokens, stillIn, without } from './useMentioning.ts'
import { addressOf } from './useThreadAddressing.ts'
import { writingPlace, type ThreadPlace } from './useThreadReaders.ts'

interface EditFormProps {
  comment: Comment
  threadId: string
  place: ThreadPlace
  close: () => void
}

/** Changes what one's own comment says, where it stands. */
export function EditForm({ comment, threadId, place, close }: EditFormProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const [text, setText] = useState(comment.text)
  const [people, setPeople] = useState<ShownPerson[]>(() => comment.mentions.map(({ person }) => person))
  const save = useMutation(
    comments.edit.mutationOptions({
      onSuccess: (answer) => {
        keepComment(cache, answer)
        close()
      },
    }),
  )
  const mentioned = stillIn(text, people)
  const standing = writingPlace(threadId, place, comment.apart ? addressOf(comment.apart) : { audience: 'everyone' })
  const unread = useUnread(standing, mentioned, linkedInWords(text), namedIn(comment))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const files = useFiles(comment.attachments)
  const [tried, setTried] = useState<string | null>(null)
  const empty = text.trim() === '' && files.held.length === 0
  const submit = async () => {
    const missing = empty ? words.writeFirst : (files.missing() ?? (await unread.decideFirst()))
    setTried(missing)
    if (missing) return
    const said = asTokens(text, mentioned)
    save.mutate({ id: comment.id, text: said, attachmentIds: files.ids, unread: unread.known })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // It closes this, and not the page that it stands in.
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <form
      className={classes.edit}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <MentionField
        field={field}
        place={standing}
        text={text}
        people={people}
        change={(next, chosen) => {
          setText(next)
          setPeople(chosen)
          setTried(null)
        }}
        aria-label={words.edit}
        readOnly={save.isPending}
        minRows={1}
        onKeyDown={onKeyDown}
      />
      <Unreached
        unread={unread}
        takeOut={(id) => {
          const person = mentioned.find((one) => one.id === id)
          setText(person ? without(text, person) : withoutLink(text, id))
          setTried(null)
        }}
      />
      <HeldFiles files={files} />
      <FormError
        text={
          empty
            ? words.writeFirst
            : tried && (files.missing() ?? unread.open.length + unread.links.length > 0)
              ? tried
              : save.error && sentenceOf(save.error, shared, words.rules)
        }
      />
      <div className={classes.editActs}>
        <AttachButton files={files} />
        <Button type="submit" size="xs" loading={save.isPending}>
          {words.save}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Whom and what it named before: of that it is decided who is told. */
const namedIn = ({ mentions, text }: Comment): string[] => [
  ...mentions.map(({ person }) => person.id),
  ...linkedInWords(text),
]
