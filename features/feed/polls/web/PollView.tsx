import { Button } from '@mantine/core'
import { FormError } from '#ui/controls/FormError.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Post } from '../../contract.ts'
import type { Poll } from '../contract.ts'
import { pollsWords } from '../words.ts'
import { PollFacts } from './PollFacts.tsx'
import { PollOption } from './PollOption.tsx'
import classes from './PollView.module.css'
import { usePoll } from './usePoll.ts'

/** A poll below the words of its post: the question, the options with how many chose each, and what the reader can do. */
export function PollView({ post, poll }: { post: Post; poll: Poll }) {
  const words = useWords(pollsWords)
  const { chosen, changed, problem, busy, pick, vote, takeBack, end } = usePoll(post, poll)
  const { question, options, voters, voted, anonymous, ended, may } = poll
  const hidden = options.some((option) => option.votes === null)
  return (
    <form
      className={classes.poll}
      onSubmit={(event) => {
        event.preventDefault()
        vote()
      }}
    >
      <fieldset className={classes.field} disabled={busy}>
        <legend className={classes.question}>{question}</legend>
        <PollFacts poll={poll} />
        <ul className={classes.options}>
          {options.map((option) => (
            <PollOption
              key={option.id}
              post={post}
              poll={poll}
              option={option}
              chosen={chosen.includes(option.id)}
              pick={(on) => pick(option.id, on)}
            />
          ))}
        </ul>
      </fieldset>
      <div className={classes.voters} role="status">
        {voters > 0 ? words.voters(voters) : words.nobody}
      </div>
      {hidden && voters > 0 && <p className={classes.note}>{ended ? words.fewAtEnd : words.few}</p>}
      {anonymous && may.vote && <p className={classes.note}>{words.final}</p>}
      {anonymous && voted && <p className={classes.note}>{words.hasVoted}</p>}
      <FormError text={problem} />
      {(may.vote || may.end) && (
        <div className={classes.acts}>
          {may.vote && (!voted || changed) && (
            <Button type="submit" size="xs" loading={busy}>
              {voted ? words.change : words.vote}
            </Button>
          )}
          {may.vote && voted && (
            <Button size="xs" variant="default" disabled={busy} onClick={takeBack}>
              {words.takeBack}
            </Button>
          )}
          {may.end && (
            <Button size="xs" variant="subtle" color="gray" disabled={busy} onClick={end}>
              {words.end}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
