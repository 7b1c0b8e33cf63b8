import { Button, Radio, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group, OpeningPreview } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AskFirst } from './AskFirst.tsx'
import { IsolationField, type Isolation } from './IsolationField.tsx'
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
  const [from, setFrom] = useState<'now' | 'everything'>('now')
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
          <Radio.Group
            label={words.past}
            value={from}
            onChange={(chosen) => setFrom(chosen === 'everything' ? 'everything' : 'now')}
          >
            <Stack gap={8} mt={8}>
              <Radio value="now" label={words.fromNow} description={<Seen preview={preview.data} of="fromNow" />} />
              <Radio
                value="everything"
                label={words.everything}
                description={<Seen preview={preview.data} of="everything" />}
              />
            </Stack>
          </Radio.Group>
          {preview.data && preview.data.returning > 0 && (
            <Text size="sm">{words.returning(preview.data.returning)}</Text>
          )}
          <IsolationField value={isolation} onChange={setIsolation} />
        </Stack>
      }
    />
  )
}

/** What people from outside would see, in numbers. */
function Seen({ preview, of }: { preview: OpeningPreview | undefined; of: 'fromNow' | 'everything' }) {
  const words = useWords(groupsWords).opening
  const counting = useWords(groupsWords).isolation
  if (!preview) return counting.counting
  const { people, posts, comments, tasks } = preview[of]
  const parts = [
    words.people(people),
    ...(posts ? [counting.posts(posts)] : []),
    ...(comments ? [counting.comments(comments)] : []),
    ...(tasks ? [counting.tasks(tasks)] : []),
  ]
  return words.sees({ what: parts.join(', ') })
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
