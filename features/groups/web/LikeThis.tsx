import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { GroupForm } from './GroupForm.tsx'
import { SettingsPart } from './SettingsPart.tsx'

/** Makes a new group that is set up as this one: structure only, never its people or what is in it (GRP-10). */
export function LikeThis({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.like
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  const { data: template, isFetching, refetch } = useQuery(groups.template.queryOptions({ input: { id: group.id } }))
  return (
    <SettingsPart title={words.title} text={words.text}>
      <Button
        variant="default"
        loading={!template && isFetching}
        onClick={() => (template ? setCreating(true) : void refetch())}
      >
        {words.act}
      </Button>
      <SlideOver opened={creating} onClose={close} label={words.act}>
        {template && <GroupForm close={close} like={{ id: group.id, name: group.name, template }} />}
      </SlideOver>
    </SettingsPart>
  )
}
