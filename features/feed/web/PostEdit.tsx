import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { TagsField } from '../tags/web/TagsField.tsx'
import { useReaders } from '#features/groups/web/door.tsx'
import {
  linkedInWords,
  linkedInWriting,
  ofLines,
  toEdit,
  WritingComposer,
  type Place,
  type Sent,
} from '#features/writing/web/door.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { askedAgain } from '../addressing/web/chosen.ts'
import { useEventEdit } from '../calendar-events/web/useEventEdit.tsx'
import { usePostReaders } from '../addressing/web/usePostReaders.ts'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import { feed } from './api.ts'

/** Changes the words of a post. Who reads it stays as it is, and is said as when it was written. */
export function PostEdit({ post, close }: { post: Post; close: () => void }) {
  const words = useWords(feedWords)
  const shared = useWords(uiWords)
  const cache = useQueryClient()
  const { group, lane, document, mentions, text, attachments } = post
  const audience = post.audience === 'team' ? 'team' : 'everyone'
  const inGroup = useReaders(group?.id ?? null, audience, { laneId: lane?.id, tool: 'feed' })
  const addressed = usePostReaders(post)
  const { mutateAsync } = useMutation(
    feed.change.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: feed.key() }) }),
  )
  const [tags, setTags] = useState(post.tags)
  const event = useEventEdit(post)
  const save = async (written: Sent) => {
    await mutateAsync({ id: post.id, ...written, tags, ...event.asked() })
    close()
  }
  const place: Place = { groupId: group?.id ?? null, threadId: post.id, tool: 'feed', audience, laneId: lane?.id }
  const unknown = { person: shared.formerParticipant, group: words.someGroup }
  return (
    <WritingComposer
      label={words.editPost}
      place={place}
      additions={{
        row: null,
        fields: [
          event.fields,
          <TagsField key="tags" value={tags} onChange={setTags} place={place} chosen={askedAgain(post.to)} />,
        ],
        speaks: false,
        missing: event.missing,
        state: JSON.stringify([tags, event.state]),
      }}
      readers={group ? inGroup : addressed}
      rules={words.rules}
      send={save}
      initial={{
        content: document ? toEdit(document, mentions, unknown) : ofLines(text),
        text,
        attachments,
        decided: namedIn(post),
      }}
      done={words.save}
      inFocus
      beside={
        <Button size="xs" variant="default" onClick={close}>
          {words.cancel}
        </Button>
      }
    />
  )
}

/** Whom and what it named before: of that it is decided who is told. */
const namedIn = ({ mentions, document, text }: Post): string[] => [
  ...mentions.people.map(({ id }) => id),
  ...(document ? linkedInWriting(document) : linkedInWords(text)),
]
