import { Button } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> }
}

/** The way to the next page of a list by name; nothing at its end. */
export function MoreButton({ list }: MoreButtonProps) {
  const words = useWords(peopleWords)
  if (!list.hasNextPage) return null
  return (
    <Button variant="default" mt="sm" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {words.directory.more}
    </Button>
  )
}
