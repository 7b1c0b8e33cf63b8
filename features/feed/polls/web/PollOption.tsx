import { Checkbox, Radio } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { localeOf } from '#ui/time.ts'
import type { Post } from '../../contract.ts'
import type { Poll } from '../contract.ts'
import { pollsWords } from '../words.ts'
import classes from './PollView.module.css'
import { WhoChose } from './WhoChose.tsx'

interface PollOptionProps {
  post: Post
  poll: Poll
  option: Poll['options'][number]
  chosen: boolean
  pick: (on: boolean) => void
}

/** One option: where it is chosen, what it says, and how many chose it, in words and as a bar. */
export function PollOption({ post, poll, option, chosen, pick }: PollOptionProps) {
  const words = useWords(pollsWords)
  const { language } = useLanguage()
  const id = useId()
  const { votes, mine, text } = option
  const share = votes === null || poll.voters === 0 ? 0 : votes / poll.voters
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', maximumFractionDigits: 0 })
  const Choice = poll.several ? Checkbox : Radio
  return (
    <li className={classes.option}>
      <div className={classes.line}>
        {poll.may.vote ? (
          <Choice
            className={classes.choice ?? ''}
            name={post.id}
            value={option.id}
            label={text}
            checked={chosen}
            aria-describedby={votes === null ? undefined : id}
            onChange={(event) => pick(event.currentTarget.checked)}
          />
        ) : (
          <span className={classes.choice}>
            {text}
            {mine && (
              <span className={classes.mine}>
                <IconCheck size={15} aria-hidden /> {words.yours}
              </span>
            )}
          </span>
        )}
        {votes !== null && (
          <span className={classes.result}>
            <span id={id}>
              <strong>{percent.format(share)}</strong> {poll.anonymous || votes === 0 ? words.votes(votes) : null}
            </span>
            {!poll.anonymous && votes > 0 && <WhoChose post={post} option={option} votes={votes} />}
          </span>
        )}
      </div>
      {votes !== null && (
        <div className={classes.track} aria-hidden>
          <div className={classes.bar} data-mine={mine || undefined} style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </li>
  )
}
