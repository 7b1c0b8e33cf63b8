import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import classes from './ClosingPart.module.css'
import { GroupForm } from './GroupForm.tsx'

/** Makes a new group that is set up as this one: structure only, never its people or what is in it (GRP-10). */
export function LikeThis({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.like
  const [creating, setCreating] = useState(false)
  const close = () => setCreating(false)
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm">{words.text}</Text>
      <Button variant="default" className={classes.act ?? ''} onClick={() => setCreating(true)}>
        {words.act}
      </Button>
      <SlideOver opened={creating} onClose={close} label={words.act}>
        <GroupForm close={close} like={group} />
      </SlideOver>
    </section>
  )
}
