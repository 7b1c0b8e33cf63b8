import { Checkbox, CloseButton } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import { pollsWords } from '../words.ts'
import { PollLine } from './PollLine.tsx'
import { PollOptions } from './PollOptions.tsx'
import type { PollDraft } from './pollDraft.ts'
import classes from './PollFields.module.css'
import { UntilField } from './UntilField.tsx'

/** What one asks in a poll: the question, its options, how many may be chosen, by name or not, until when. */
export function PollFields({ value, onChange, remove, comes }: AdditionFields<PollDraft>) {
  const words = useWords(pollsWords).form
  const { question, options, several, anonymous, until } = value
  const set = (part: Partial<PollDraft>) => onChange({ ...value, ...part })
  return (
    <fieldset className={classes.poll}>
      <div className={classes.head}>
        <PollLine
          label={words.question}
          value={question}
          longest={500}
          comes={comes}
          onChange={(text) => set({ question: text })}
        />
        <CloseButton aria-label={words.remove} title={words.remove} onClick={remove} />
      </div>
      <PollOptions options={options} onChange={(next) => set({ options: next })} />
      <div className={classes.settings}>
        <Checkbox
          label={words.several}
          checked={several}
          onChange={(event) => set({ several: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.anonymous}
          description={words.anonymousHint}
          checked={anonymous}
          onChange={(event) => set({ anonymous: event.currentTarget.checked })}
        />
        <UntilField value={until} onChange={(text) => set({ until: text })} />
      </div>
    </fieldset>
  )
}
