import { UnstyledButton } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { Address } from '#features/groups/web/door.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { CommentActs } from './CommentActs.tsx'
import classes from './Comments.module.css'
import { WrittenText } from './WrittenText.tsx'

interface SaidProps {
  comment: Comment
  voice: boolean
  /** Where nothing is written any more. */
  closed: boolean
  /** Answers those who read it; left out where nobody answers any more. */
  reply?: ((address: Address) => void) | undefined
}

/** One comment. Where fewer read it than what it stands below, it is answered to those. */
export function Said({ comment, voice, closed, reply }: SaidProps) {
  const words = useWords(commentsWords)
  const { author, text, createdAt, apart } = comment
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
        <CommentActs comment={comment} voice={voice} closed={closed}>
          {reply && apart && (
            <UnstyledButton className={classes.reply} onClick={() => reply(addressOf(apart))}>
              <IconArrowBackUp size={14} aria-hidden />
              {apart.lane ? words.replyTo({ name: apart.lane.name }) : words.replyToTeam}
            </UnstyledButton>
          )}
        </CommentActs>
      </div>
    </li>
  )
}

const addressOf = ({ lane }: NonNullable<Comment['apart']>): Address =>
  lane ? { audience: 'everyone', lane } : { audience: 'team' }
