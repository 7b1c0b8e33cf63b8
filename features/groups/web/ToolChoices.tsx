import { Select } from '@mantine/core'
import type { GroupTool } from '#ui/section.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { ToolSetting } from '../tools/contract.ts'
import { groupsWords } from '../words.ts'
import classes from './ToolChoices.module.css'

type Who = ToolSetting['viewers']
type Right = (typeof rights)[number]

/** Seeing, adding, changing: for each of them a group says who. */
export const rights = ['viewers', 'adders', 'changers'] as const
const widths: readonly Who[] = ['owner', 'keepers', 'team', 'members']

interface ToolChoicesProps {
  set: Pick<ToolSetting, Right>
  tool: GroupTool
  /** The tool as it is called on the screen. */
  name: string
  /** Whether people from outside are in the group: without them those who work here are all members. */
  outside: boolean
  onChange: (changes: Partial<Pick<ToolSetting, Right>>) => void
}

/** Who sees a tool of a group, who adds and who changes something there. */
export function ToolChoices({ set, tool, name, outside, onChange }: ToolChoicesProps) {
  const words = useWords(groupsWords).tools
  const titles = useRightTitles(tool)
  return (
    <div className={classes.choices}>
      {rights.map((right) => (
        <Select
          key={right}
          label={titles[right]}
          aria-label={`${name}: ${titles[right]}`}
          allowDeselect={false}
          data={offered(outside, right === 'viewers' ? 'members' : set.viewers, chosenIn(set, right)).map((who) => ({
            value: who,
            label: words.who[who],
          }))}
          value={chosenIn(set, right)}
          onChange={(value) => {
            const who = widths.find((one) => one === value)
            if (who && who !== chosenIn(set, right)) onChange({ [right]: who })
          }}
        />
      ))}
    </div>
  )
}

/** What the three are called for this tool. */
export function useRightTitles({ adders, changers }: GroupTool): Record<Right, string> {
  const words = useWords(groupsWords).tools
  const { language } = useLanguage()
  return { viewers: words.viewers, adders: adders(language), changers: changers(language) }
}

/** Who may in the end: nobody adds or changes who does not see. */
export const chosenIn = (set: Pick<ToolSetting, Right>, right: Right): Who =>
  right === 'viewers' ? set.viewers : narrower(set.viewers, set[right])

const narrower = (one: Who, other: Who): Who => widths[Math.min(widths.indexOf(one), widths.indexOf(other))] ?? 'owner'

/** Not wider than who sees it; where nobody is from outside, those who work here are all members. */
const offered = (outside: boolean, widest: Who, chosen: Who): Who[] =>
  widths.filter(
    (who) =>
      who === chosen ||
      (widths.indexOf(who) <= widths.indexOf(widest) && (who !== 'team' || outside || widest === 'team')),
  )
