import { Dotted } from '#ui/controls/Dotted.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Poll } from '../contract.ts'
import { pollsWords } from '../words.ts'
import classes from './PollView.module.css'

/** How a poll is answered: how many answers it takes, by name or not, until when. */
export function PollFacts({ poll: { several, anonymous, endsAt, ended } }: { poll: Poll }) {
  const words = useWords(pollsWords)
  return (
    <div className={classes.facts}>
      <Dotted>
        {several ? words.several : words.one}
        {anonymous && words.anonymous}
        {endsAt && (
          <span>
            {ended ? words.ended : words.ends} <TimeAgo at={endsAt} />
          </span>
        )}
      </Dotted>
    </div>
  )
}
