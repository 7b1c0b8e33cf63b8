import { Button, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { From, Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'
import { Comers } from './Comers.tsx'
import { IsolationField, type Isolation } from './IsolationField.tsx'
import { PastChoice } from './PastChoice.tsx'
import { SettingsPart } from './SettingsPart.tsx'

/** Opens a group to people from outside, or closes it to them: its owner alone does, and is told first what becomes visible. */
export function OpeningSettings({ group }: { group: Group }) {
  const words = useWords(groupsWords).opening
  const [asking, setAsking] = useState(false)
  if (group.mine !== 'owner')
    return <SettingsPart title={words.title} text={group.external ? words.ownerCloses : words.ownerOpens} />
  return (
    <SettingsPart title={words.title} text={group.external ? words.isOpen : words.isClosed}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {group.external ? words.close : words.open}
      </Button>
      {group.external ? (
        <AskClosing group={group} opened={asking} close={() => setAsking(false)} />
      ) : (
        <AskOpening group={group} opened={asking} close={() => setAsking(false)} />
      )}
    </SettingsPart>
  )
}

interface AskProps {
  group: Group
  opened: boolean
  close: () => void
}

const refresh = () => queries.invalidateQueries()

function AskOpening({ group, opened, close }: AskProps) {
  const words = useWords(groupsWords).opening
  const shared = useWords(uiWords)
  const [from, setFrom] = useState<From>('now')
  const [isolation, setIsolation] = useState<Isolation>('open')
  const preview = useQuery({
    ...groups.previewOpening.queryOptions({ input: { id: group.id, isolation } }),
    enabled: opened,
    staleTime: 0,
  })
  const open = useMutation({
    ...groups.open.mutationOptions(),
    async onSuccess() {
      close()
      await refresh()
    },
  })
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={words.ask({ name: group.name })}
      act={words.act}
      grave
      busy={open.isPending || preview.isPending}
      error={open.error}
      onConfirm={() => open.mutate({ id: group.id, from, isolation })}
      text={
        <Stack gap="md">
          <Text size="sm">{words.means}</Text>
          {preview.error && <Text size="sm">{sentenceOf(preview.error, shared)}</Text>}
          <PastChoice preview={preview.data} value={from} onChange={setFrom} />
          {preview.data && <Comers preview={preview.data} />}
          <IsolationField value={isolation} onChange={setIsolation} />
        </Stack>
      }
    />
  )
}

function AskClosing({ group, opened, close }: AskProps) {
  const words = useWords(groupsWords).opening
  const shut = useMutation({
    ...groups.close.mutationOptions(),
    async onSuccess() {
      close()
      await refresh()
    },
  })
  return (
    <AskFirst
      opened={opened}
      close={close}
      title={words.askClose({ name: group.name })}
      text={words.closeMeans}
      act={words.close}
      busy={shut.isPending}
      error={shut.error}
      onConfirm={() => shut.mutate({ id: group.id })}
    />
  )
}
