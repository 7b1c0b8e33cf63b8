import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconHistory, IconLink, IconPencil, IconQuote, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { commentAddress } from './useLinkedComment.ts'
import { useRemoveComment } from './useRemoveComment.ts'
import { Versions } from './Versions.tsx'

interface CommentMenuProps {
  comment: Comment
  threadId: string
  tool: 'feed' | 'tasks'
  closed: boolean
  quote: () => void
  edit: () => void
  removed: (id: string) => void
}

/** What else one can do with a comment: as much of it as one may. */
export function CommentMenu({ comment, threadId, tool, closed, quote, edit, removed }: CommentMenuProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const { id, may, editedAt } = comment
  const [reading, setReading] = useState(false)
  const [copied, setCopied] = useState(false)
  const remove = useRemoveComment(removed)
  const copy = async () => {
    await navigator.clipboard.writeText(commentAddress(tool, threadId, id))
    setCopied(true)
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={26} aria-label={shared.actions}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!closed && (
            <Menu.Item leftSection={<IconQuote size={16} aria-hidden />} onClick={quote}>
              {words.quote}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconLink size={16} aria-hidden />} onClick={() => void copy()}>
            {words.copyLink}
          </Menu.Item>
          {editedAt && (
            <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => setReading(true)}>
              {words.versions}
            </Menu.Item>
          )}
          {may.edit && (
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={edit}>
              {words.edit}
            </Menu.Item>
          )}
          {may.remove && (
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => remove.mutate({ id })}
            >
              {words.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className="loggia-hidden">
        {copied && words.copied}
      </span>
      <FormError text={remove.error && sentenceOf(remove.error, shared, words.rules)} />
      {editedAt && <Versions comment={comment} opened={reading} close={() => setReading(false)} />}
    </>
  )
}
