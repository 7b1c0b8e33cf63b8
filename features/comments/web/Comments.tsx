import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { AddressPicker } from '#features/groups/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Strand } from '../contract.ts'
import { commentsWords } from '../words.ts'
import type { Answering } from './answering.ts'
import classes from './Comments.module.css'
import { useCommentDraft } from '../drafts/web/useCommentDraft.ts'
import { Composer, type SentComment } from './Composer.tsx'
import { Removed } from './Removed.tsx'
import { StrandOfTalk } from './StrandOfTalk.tsx'
import { useLinkedComment } from './useLinkedComment.ts'
import { useThread } from './useThread.ts'
import { useThreadAddressing } from './useThreadAddressing.ts'
import { useThreadReaders, writingPlace, type ThreadPlace } from './useThreadReaders.ts'

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
  const { list, first, last, more, say } = useThread(threadId)
  const strands = [...first, ...last]
  const [answering, setAnswering] = useState<Answering | null>(null)
  const [removed, setRemoved] = useState<string | null>(null)
  const linked = useLinkedComment(threadId)
  const archived = place.groupId !== null && place.archived
  const { hasNextPage, isFetching, fetchNextPage } = list
  // Whoever follows a link to an old comment goes back as far as it stands.
  const behind = linked !== null && hasNextPage && !strands.some(({ id }) => id === linked.topId)
  useEffect(() => {
    if (behind && !isFetching) void fetchNextPage()
  }, [behind, isFetching, fetchNextPage])
  const keeping = useCommentDraft({ threadId }, to)
  const send = async ({ text, ...sent }: SentComment) => {
    await say(text, to.address, sent)
    to.sent()
  }
  const one = (strand: Strand) => (
    <StrandOfTalk
      key={strand.id}
      strand={strand}
      threadId={threadId}
      place={place}
      closed={archived}
      linked={linked?.topId === strand.id ? linked.id : null}
      answering={answering}
      answer={setAnswering}
      say={say}
      removed={setRemoved}
    />
  )
  return (
    <div role="group" className={classes.comments} aria-label={words.title}>
      {list.isPending && <ListSkeleton rows={2} faces />}
      {list.isError && strands.length === 0 && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {strands.length > 0 && (
        <ol className={classes.list} aria-live="polite">
          {first.map(one)}
          {more > 0 && (
            <li>
              <UnstyledButton className={classes.earlier} onClick={() => void fetchNextPage()}>
                {words.more(more)}
              </UnstyledButton>
            </li>
          )}
          {last.map(one)}
        </ol>
      )}
      {removed && <Removed key={removed} id={removed} close={() => setRemoved(null)} />}
      {!(list.isError && strands.length === 0) && !archived && (
        <Composer
          key={threadId}
          label={words.write}
          readers={readers}
          place={writingPlace(threadId, place, to.address)}
          rules={words.rules}
          send={send}
          keeping={keeping}
          unaddressed={to.unaddressed}
          folds={to.groupId !== null}
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
