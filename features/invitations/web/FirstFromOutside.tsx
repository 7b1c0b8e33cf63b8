import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useBeginNow } from '#features/groups/web/door.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Terms } from '../contract.ts'
import { invitationsWords } from '../words.ts'

/** Before the first from outside comes into a group: what of its past they would see, and the choice to keep that for the team (GRP-3). */
export function FirstFromOutside({ groupId, terms }: { groupId: string; terms: Terms }) {
  const words = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const keep = useBeginNow()
  if (!terms.first) return null
  return (
    <Alert color="orange" icon={<IconHistory size={18} aria-hidden />} title={words.first.title} mb="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{words.first.text({ posts: words.posts(terms.posts), tasks: words.tasks(terms.tasks) })}</Text>
        <Button size="xs" variant="default" loading={keep.isPending} onClick={() => keep.mutate({ id: groupId })}>
          {words.first.keep}
        </Button>
        {keep.error && (
          <Text size="sm" role="alert">
            {sentenceOf(keep.error, shared, words.rules)}
          </Text>
        )}
      </Stack>
    </Alert>
  )
}
