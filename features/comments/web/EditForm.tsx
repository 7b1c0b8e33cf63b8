import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { AttachButton, HeldFiles, useFiles } from '#features/writing/web/door.tsx'
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
import { asTokens, stillIn } from './useMentioning.ts'
import { addressOf } from './useThreadAddressing.ts'
import { writingPlace, type ThreadPlace } from './useThreadReaders.ts'

/** Changes what one's own comment says, where it stands. */
export function EditForm({ comment, place, close }: { comment: Comment; place: ThreadPlace; close: () => void }) {
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
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const files = useFiles(comment.attachments)
  const [tried, setTried] = useState<string | null>(null)
  const empty = text.trim() === '' && files.held.length === 0
  const submit = () => {
    const missing = empty ? words.writeFirst : files.missing()
    setTried(missing)
    if (missing) return
    const said = asTokens(text, stillIn(text, people))
    save.mutate({ id: comment.id, text: said, attachmentIds: files.ids, unread: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // It closes this, and not the page that it stands in.
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  return (
    <form
      className={classes.edit}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <MentionField
        field={field}
        place={writingPlace(place, comment.apart ? addressOf(comment.apart) : { audience: 'everyone' })}
        text={text}
        people={people}
        change={(next, mentioned) => {
          setText(next)
          setPeople(mentioned)
        }}
        aria-label={words.edit}
        readOnly={save.isPending}
        minRows={1}
        onKeyDown={onKeyDown}
      />
      <HeldFiles files={files} />
      <FormError
        text={
          empty
            ? words.writeFirst
            : tried && files.missing()
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
