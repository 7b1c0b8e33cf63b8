import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../../words.ts'
import type { Reaction } from '../contract.ts'
import { markKey, markName, type Mark } from './reactionName.ts'
import { ReactionMark } from './ReactionMark.tsx'
import classes from './Reactions.module.css'
import { ReactMenu } from './ReactMenu.tsx'
import { useReactions } from './useReactions.ts'
import { WhoReacted, type UseWho } from './WhoReacted.tsx'

interface ReactionLineProps {
  given: readonly Reaction[]
  /** Gives or takes back one; resolves when what is `given` knows of it. */
  send: (mark: Mark, on: boolean) => Promise<unknown>
  useWho: UseWho
  voice: boolean
  /** Where nothing is written any more: what was given stays to be seen. */
  closed: boolean
  /** Smaller, below a comment. */
  quiet?: boolean
  /** Other acts, between reacting and the reactions. */
  children?: ReactNode
}

/** The line of acts below something: react, what else one can do, and how others reacted. A press on a reaction joins it. */
export function ReactionLine({ given, send, useWho, voice, closed, quiet = false, children }: ReactionLineProps) {
  const words = useWords(commentsWords)
  const shared = useWords(uiWords)
  const { shown, problem, toggle } = useReactions(given, send)
  const act = (mark: Mark) => void toggle(mark)
  return (
    <>
      <div className={quiet ? `${classes.line} ${classes.quiet}` : classes.line}>
        {!closed && <ReactMenu given={shown} toggle={act} className={classes.act} />}
        {children}
        {shown.length > 0 && (
          <span className={classes.given}>
            {shown.map((one) => {
              const name = markName(one, words.reactions.kind)
              return (
                <UnstyledButton
                  key={markKey(one)}
                  className={classes.chip}
                  aria-pressed={one.mine}
                  aria-label={words.reactions.given({ name, count: one.count })}
                  title={name}
                  disabled={closed}
                  onClick={() => act(one)}
                >
                  <ReactionMark kind={one.kind} emoji={one.emoji} size={quiet ? 14 : 16} />
                  <span className={classes.count}>{one.count}</span>
                </UnstyledButton>
              )
            })}
            <WhoReacted useWho={useWho} voice={voice} />
          </span>
        )}
      </div>
      {problem && <FormError text={sentenceOf(problem, shared, words.rules)} />}
    </>
  )
}
