import { Button } from '@mantine/core'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { AskFirst } from './AskFirst.tsx'
import { DeleteGroup } from './DeleteGroup.tsx'
import { mayArchive } from './mayArchive.ts'
import { SettingsPart } from './SettingsPart.tsx'
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
    <SettingsPart title={words.title} text={words.text}>
      <Button variant="default" onClick={() => setAsking(true)}>
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
    </SettingsPart>
  )
}

function Reopening({ group }: { group: Group }) {
  const words = useWords(groupsWords)
  const shared = useWords(uiWords)
  const { reopen } = useArchiving()
  return (
    <SettingsPart title={words.closing.archive.title} text={words.closing.archive.isArchived}>
      <FormError text={reopen.error ? sentenceOf(reopen.error, shared, words.rules) : null} />
      <Button loading={reopen.isPending} onClick={() => reopen.mutate({ id: group.id })}>
        {words.closing.archive.reopen}
      </Button>
    </SettingsPart>
  )
}

function Deleting({ group }: { group: Group }) {
  const words = useWords(groupsWords).closing.remove
  const [asking, setAsking] = useState(false)
  return (
    <SettingsPart title={words.title} text={words.text} grave>
      <Button variant="outline" color="red" onClick={() => setAsking(true)}>
        {words.act}
      </Button>
      {asking && <DeleteGroup group={group} close={() => setAsking(false)} />}
    </SettingsPart>
  )
}
