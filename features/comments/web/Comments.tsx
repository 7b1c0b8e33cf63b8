import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { AddressPicker, toEveryone } from '#features/groups/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { Composer } from './Composer.tsx'
import classes from './Comments.module.css'
import { useThread } from './useThread.ts'
import { useThreadReaders, type ThreadPlace } from './useThreadReaders.ts'
import { WrittenText } from './WrittenText.tsx'

interface CommentsProps {
  /** The id of the post or task that they hang below. */
  threadId: string
  place: ThreadPlace
}

/** What is said below a thing, and a place to add to it. */
export function Comments({ threadId, place }: CommentsProps) {
  const words = useWords(commentsWords)
  const [address, setAddress] = useState(toEveryone)
  const readers = useThreadReaders(place, address)
  const { list, said, add } = useThread(threadId)
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
            <Said key={comment.id} comment={comment} voice={place.voice} />
          ))}
        </ol>
      )}
      {!(list.isError && said.length === 0) && !(place.groupId !== null && place.archived) && (
        <Composer
          label={words.write}
          readers={readers}
          rules={words.rules}
          send={(text) => add(text, address)}
          {...(address.choosing ? { unaddressed: words.chooseWhom } : {})}
          folds={place.groupId !== null && place.audience !== 'team'}
        >
          {place.groupId !== null && place.audience !== 'team' && (
            <div className={classes.address}>
              <AddressPicker groupId={place.groupId} value={address} onChange={setAddress} lane={place.lane?.name} />
            </div>
          )}
        </Composer>
      )}
    </div>
  )
}

function Said({ comment: { author, text, createdAt, apart }, voice }: { comment: Comment; voice: boolean }) {
  return (
    <li className={classes.said}>
      <PersonAvatar person={author} size={28} />
      <div className={classes.words}>
        <div className={classes.head}>
          <span className={classes.name}>
            <PersonName person={author} voice={voice} linked />
          </span>
          <span className={classes.time}>
            <TimeAgo at={createdAt} />
          </span>
          {apart?.audience === 'team' && <TeamOnly />}
          {apart?.lane && <LaneMark name={apart.lane.name} />}
        </div>
        <WrittenText text={text} fold />
      </div>
    </li>
  )
}
