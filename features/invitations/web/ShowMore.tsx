import { Button } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'

interface ShowMoreProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** Below a list of invitations, while there are more of them. */
export function ShowMore({ list }: ShowMoreProps) {
  const { pending } = useWords(invitationsWords)
  if (!list.hasNextPage) return null
  return (
    <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {pending.more}
    </Button>
  )
}
