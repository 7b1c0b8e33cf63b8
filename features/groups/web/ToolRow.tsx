import { Switch, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import type { GroupTool } from '#ui/section.ts'
import { uiWords } from '#ui/words.ts'
import type { Label } from '#ui/words/catalogue.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import type { ToolSetting } from '../tools/contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskTool } from './AskTool.tsx'
import { chosenIn, rights, ToolChoices, useRightTitles } from './ToolChoices.tsx'
import classes from './ToolRow.module.css'

interface ToolRowProps {
  group: Group
  set: ToolSetting
  label: Label
  tool: GroupTool
}

/** One tool of a group: whether it is there, and three choices. What changes who sees it is shown first and asked. */
export function ToolRow({ group, set, label, tool }: ToolRowProps) {
  const words = useWords(groupsWords)
  const shared = useWords(uiWords)
  const { language } = useLanguage()
  const [wanted, setWanted] = useState<Partial<ToolSetting> | null>(null)
  const change = useMutation({
    ...groups.changeTool.mutationOptions(),
    async onSuccess() {
      setWanted(null)
      await queries.invalidateQueries()
    },
  })
  const name = label(language)
  const titles = useRightTitles(tool)
  const owns = group.mine === 'owner'
  return (
    <div className={classes.tool} role="group" aria-label={name}>
      {owns ? (
        <Switch
          label={name}
          checked={set.on}
          description={set.on ? undefined : words.tools.off}
          onChange={(event) => setWanted({ on: event.currentTarget.checked })}
        />
      ) : (
        <Text fw={550}>{name}</Text>
      )}
      {!owns && !set.on && (
        <Text size="sm" c="dimmed">
          {words.tools.off}
        </Text>
      )}
      {set.on && !owns && (
        <dl className={classes.facts}>
          {rights.map((right) => (
            <div key={right} className={classes.fact}>
              <dt>{titles[right]}</dt>
              <dd>{words.tools.who[chosenIn(set, right)]}</dd>
            </div>
          ))}
        </dl>
      )}
      {set.on && owns && (
        <ToolChoices
          set={set}
          tool={tool}
          name={name}
          outside={group.external}
          onChange={(changes) => {
            if (changes.viewers) setWanted(changes)
            else change.mutate({ id: group.id, tool: set.tool, ...changes })
          }}
        />
      )}
      <FormError text={change.error && !wanted ? sentenceOf(change.error, shared, words.rules) : null} />
      {owns && (
        <AskTool
          group={group}
          set={set}
          wanted={wanted}
          name={name}
          tool={tool}
          close={() => setWanted(null)}
          onConfirm={(changes) => change.mutate({ id: group.id, tool: set.tool, ...changes })}
          busy={change.isPending}
          error={change.error}
        />
      )}
    </div>
  )
}
