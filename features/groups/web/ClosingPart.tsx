import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { AskFirst } from './AskFirst.tsx'
import classes from './ClosingPart.module.css'
import { DeleteGroup } from './DeleteGroup.tsx'
import { mayArchive } from './mayArchive.ts'
import { useArchiving } from './useArchiving.ts'

/** The end of a group's settings: archiving it, reopening it, deleting it. */
export function ClosingPart({ group }: { group: Group }) {
  const me = useMe()
  if (!mayArchive(group, me)) return null
  return (
    <>
      {group.archivedAt ? <Reopening group={group} /> : <Archiving group={group} />}
      {group.mine === 'owner' && <Deleting group={group} />}
    </>
  )
}

function Archiving({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.archive
  const [asking, setAsking] = useState(false)
  const { archive } = useArchiving(() => setAsking(false))
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm">{words.text}</Text>
      <Button variant="default" className={classes.act ?? ''} onClick={() => setAsking(true)}>
        {words.act}
      </Button>
      <AskFirst
        opened={asking}
        close={() => setAsking(false)}
        title={words.ask({ name: group.name })}
        text={words.askText}
        act={words.act}
        busy={archive.isPending}
        error={archive.error}
        onConfirm={() => archive.mutate({ id: group.id })}
      />
    </section>
  )
}

function Reopening({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const shared = useWords(uiWords)
  const { reopen } = useArchiving()
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{words.closing.archive.title}</h2>
      <Text size="sm">{words.closing.archive.isArchived}</Text>
      <FormError text={reopen.error ? sentenceOf(reopen.error, shared, words.rules) : null} />
      <Button className={classes.act ?? ''} loading={reopen.isPending} onClick={() => reopen.mutate({ id: group.id })}>
        {words.closing.archive.reopen}
      </Button>
    </section>
  )
}

function Deleting({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.remove
  const [asking, setAsking] = useState(false)
  return (
    <section className={`${classes.part} ${classes.danger}`}>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm">{words.text}</Text>
      <Button variant="outline" color="red" className={classes.act ?? ''} onClick={() => setAsking(true)}>
        {words.act}
      </Button>
      {asking && <DeleteGroup group={group} close={() => setAsking(false)} />}
    </section>
  )
}
