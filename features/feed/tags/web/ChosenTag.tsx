import { Pill } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { feedWords } from '../../words.ts'

interface ChosenTagProps {
  tag: string
  /** Shows posts with other tags and with none again. */
  drop: () => void
}

/** The tag by which a feed is narrowed. It is chosen at a post, and taken away here. */
export function ChosenTag({ tag, drop }: ChosenTagProps) {
  const words = useWords(feedWords).tags
  return (
    <Pill
      size="sm"
      withRemoveButton
      onRemove={drop}
      removeButtonProps={{ 'aria-label': words.any, title: words.any, 'aria-hidden': false, tabIndex: 0 }}
    >
      <bdi>#{tag.replace(/^#/, '')}</bdi>
    </Pill>
  )
}
