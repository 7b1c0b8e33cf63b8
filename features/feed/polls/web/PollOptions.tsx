import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '#ui/words/useWords.ts'
import { pollsWords } from '../words.ts'
import { goTo } from './goTo.ts'
import { PollLine } from './PollLine.tsx'
import type { OptionDraft } from './pollDraft.ts'
import classes from './PollFields.module.css'

/** As the contract says. */
const least = 2
const most = 20

interface PollOptionsProps {
  options: readonly OptionDraft[]
  onChange: (options: readonly OptionDraft[]) => void
}

/** The options of a poll as they are written: two at least, one after the other. */
export function PollOptions({ options, onChange }: PollOptionsProps) {
  const words = useWords(pollsWords).form
  const next = Math.max(...options.map(({ key }) => key)) + 1
  const add = options.length < most ? () => onChange([...options, { key: next, text: '' }]) : undefined
  return (
    <>
      <ol className={classes.options}>
        {options.map(({ key, text, begun = false }, index) => (
          <li key={key} className={classes.option}>
            <PollLine
              label={words.option({ n: index + 1 })}
              value={text}
              longest={200}
              comes={key >= least && !begun}
              onChange={(changed) => onChange(options.with(index, { key, text: changed, begun }))}
              {...(text.trim() && add ? { further: add } : {})}
            />
            {options.length > least && (
              <ActionIcon
                aria-label={words.removeOption({ n: index + 1 })}
                title={words.removeOption({ n: index + 1 })}
                onClick={(event) => {
                  goTo(event.currentTarget, index > 0 ? -1 : 0)
                  onChange(options.toSpliced(index, 1))
                }}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {add && (
        <Button
          className={classes.add ?? ''}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
        >
          {words.addOption}
        </Button>
      )}
    </>
  )
}
