import { UnstyledButton } from '@mantine/core'
import { useRef } from 'react'
import { AddressPicker, useAddressing, type Address } from '#features/groups/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import classes from './Comments.module.css'
import { Composer } from './Composer.tsx'
import { Said } from './Said.tsx'
import { useThread } from './useThread.ts'
import { useThreadReaders, type ThreadPlace } from './useThreadReaders.ts'

interface CommentsProps {
  /** The id of the post or task that they hang below. */
  threadId: string
  place: ThreadPlace
}

/** What is said below a thing, and a place to add to it. */
export function Comments({ threadId, place }: CommentsProps) {
  const words = useWords(commentsWords)
  const to = useThreadAddressing(place)
  const readers = useThreadReaders(place, to.address)
  const { list, said, add } = useThread(threadId)
  const field = useRef<HTMLTextAreaElement>(null)
  const archived = place.groupId !== null && place.archived
  const reply = (address: Address) => {
    to.choose(address)
    field.current?.focus()
  }
  const send = async (text: string) => {
    await add(text, to.address)
    to.sent()
  }
  return (
    <div role="group" className={classes.comments} aria-label={words.title}>
      {list.hasNextPage && (
        <UnstyledButton className={classes.earlier} onClick={() => void list.fetchNextPage()}>
          {words.earlier}
        </UnstyledButton>
      )}
      {list.isPending && <ListSkeleton rows={2} faces />}
      {list.isError && said.length === 0 && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {said.length > 0 && (
        <ol className={classes.list} aria-live="polite">
          {said.map((comment) => (
            <Said
              key={comment.id}
              comment={comment}
              voice={place.voice}
              closed={archived}
              reply={to.mayChoose && !archived ? reply : undefined}
            />
          ))}
        </ol>
      )}
      {!(list.isError && said.length === 0) && !archived && (
        <Composer
          label={words.write}
          readers={readers}
          rules={words.rules}
          send={send}
          unaddressed={to.unaddressed}
          folds={to.groupId !== null}
          field={field}
        >
          {to.mayChoose && (
            <div className={classes.address}>
              <AddressPicker to={to} />
            </div>
          )}
        </Composer>
      )}
    </div>
  )
}

/** Below what the team alone reads, or those who are named, there is nobody to choose. */
function useThreadAddressing(place: ThreadPlace) {
  const chooses = place.groupId !== null && place.audience !== 'team'
  return useAddressing(chooses ? place.groupId : null, place.groupId ? place.tool : 'feed', chooses ? place.lane : null)
}
