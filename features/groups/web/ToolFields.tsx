import { Button, Input, Stack, Switch } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useSections } from '#ui/section.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { ToolSetting } from '../tools/contract.ts'
import { groupsWords } from '../words.ts'
import { ToolChoices } from './ToolChoices.tsx'
import classes from './ToolRow.module.css'

interface ToolFieldsProps {
  value: ToolSetting[]
  onChange: (value: ToolSetting[]) => void
  external: boolean
}

/** Which tools a new group begins with, and behind "More" who sees, adds and changes there (GRP-4). */
export function ToolFields({ value, onChange, external }: ToolFieldsProps) {
  const words = useWords(groupsWords).tools
  const { language } = useLanguage()
  const id = useId()
  const [asked, setAsked] = useState<boolean | null>(null)
  // What is narrower than usual is not hidden by itself: a template may have brought it.
  const more = asked ?? value.some(isNarrow)
  const tabs = useSections().flatMap(({ groupTab }) => (groupTab?.tool ? [{ ...groupTab, tool: groupTab.tool }] : []))
  const change = (changed: ToolSetting) => onChange(value.map((set) => (set.tool === changed.tool ? changed : set)))
  const rows = tabs
    .toSorted((a, b) => a.order - b.order)
    .flatMap((tab) => value.flatMap((set) => (set.tool === tab.tool.name ? [{ tab, set }] : [])))
  return (
    <Input.Wrapper label={words.title} labelElement="div" role="group" aria-label={words.title}>
      <Stack gap={10} mt={8} id={id}>
        {rows.map(({ tab, set }) => (
          <div key={set.tool} className={more && set.on ? classes.tool : undefined}>
            <Switch
              label={tab.label(language)}
              checked={set.on}
              onChange={(event) => change({ ...set, on: event.currentTarget.checked })}
            />
            {more && set.on && (
              <ToolChoices
                set={set}
                tool={tab.tool}
                name={tab.label(language)}
                outside={external}
                onChange={(changes) => change({ ...set, ...changes })}
              />
            )}
          </div>
        ))}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          style={{ alignSelf: 'start' }}
          aria-expanded={more}
          aria-controls={id}
          rightSection={more ? <IconChevronUp size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
          onClick={() => setAsked(!more)}
        >
          {words.more}
        </Button>
      </Stack>
    </Input.Wrapper>
  )
}

const isNarrow = ({ viewers, adders, changers }: ToolSetting): boolean =>
  [viewers, adders, changers].some((who) => who !== 'members')
