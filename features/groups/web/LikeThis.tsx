import { Button } from '@mantine/core'
import { useState } from 'react'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { GroupForm } from './GroupForm.tsx'
import { SettingsPart } from './SettingsPart.tsx'

/** Makes a new group that is set up as this one: structure only, never its people or what is in it (GRP-10). */
export function LikeThis({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.like
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  return (
    <SettingsPart title={words.title} text={words.text}>
      <Button variant="default" onClick={() => setCreating(true)}>
        {words.act}
      </Button>
      <SlideOver opened={creating} onClose={close} label={words.act}>
        <GroupForm close={close} like={group} />
      </SlideOver>
    </SettingsPart>
  )
}
