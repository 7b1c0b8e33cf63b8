import { useId } from 'react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'
import type { FoundPiece } from '../contract.ts'
import { addressOf } from './addressOf.ts'
import classes from './FoundCard.module.css'

/** One post or comment that was found: who said it where, and the words in it. It leads to the post, and to the comment in it. */
export function FoundCard({ piece, withGroup }: { piece: FoundPiece; withGroup: boolean }) {
  const words = useWords(feedWords)
  const heading = useId()
  const { author, group, audience, lane, createdAt, below, excerpt } = piece
  return (
    <article
      className={audience === 'team' ? `${classes.card} ${classes.team}` : classes.card}
      aria-labelledby={heading}
    >
      <span className={classes.face}>
        <PersonAvatar person={author} size={30} />
      </span>
      <div className={classes.body}>
        <div className={classes.head}>
          <span id={heading} className={classes.name}>
            <PersonName person={author} voice={group?.voice ?? false} linked />
          </span>
          <span className={classes.time}>
            <TimeAgo at={createdAt} />
          </span>
          {withGroup && group && (
            <span className={classes.group}>
              <GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />
            </span>
          )}
          {audience === 'team' && <TeamOnly />}
          {lane && <LaneMark name={lane.name} />}
        </div>
        <RecordLink to={addressOf(piece)} className={classes.said}>
          {below !== null && <span className={classes.below}>{words.search.commentOn({ post: below })}</span>}
          <span className={classes.words}>
            {inPlace(excerpt).map(({ at, text, found }) => (found ? <mark key={at}>{text}</mark> : text))}
          </span>
        </RecordLink>
      </div>
    </article>
  )
}

/** The parts with where each begins. */
function inPlace(excerpt: FoundPiece['excerpt']) {
  const beginnings = excerpt.map((_, n) => excerpt.slice(0, n).reduce((sum, { text }) => sum + text.length, 0))
  return excerpt.map((part, n) => ({ ...part, at: beginnings[n] }))
}
