import { Button, Group as Line, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Group } from '#features/groups/contract.ts'
import { GroupForm, GroupPicker } from '#features/groups/web/door.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { InviteInto } from './InviteInto.tsx'

/** The portal's own way to invite (INV-1): into which group is chosen first, or the group is made right there. */
export function InviteAnywhere({ close }: { close: () => void }) {
  const words = useWords(invitationsWords)
  const { kind } = useMe()
  const [group, setGroup] = useState<Group | null>(null)
  const [creating, setCreating] = useState(false)
  if (creating)
    return (
      <>
        <PageHeader title={words.anywhere.create} />
        <GroupForm close={close} external />
      </>
    )
  return (
    <Stack gap="md">
      {!group && <PageHeader title={words.invite} />}
      <GroupPicker
        label={words.anywhere.group}
        description={words.anywhere.groupHint}
        value={group?.id ?? null}
        onChange={(_id, chosen) => setGroup(chosen)}
        only="external"
        nothing={words.anywhere.none}
      />
      {group ? (
        <InviteInto key={group.id} groupId={group.id} groupName={group.name} close={close} />
      ) : (
        kind === 'employee' && (
          <Line gap="sm">
            <Text size="sm" c="dimmed">
              {words.anywhere.createText}
            </Text>
            <Button variant="default" size="xs" onClick={() => setCreating(true)}>
              {words.anywhere.create}
            </Button>
          </Line>
        )
      )}
    </Stack>
  )
}
