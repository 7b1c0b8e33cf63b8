import { IconMapPinOff } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { PageLink } from '../shell/PageLink.tsx'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { StateFrame } from './StateFrame.tsx'

/** The one answer for what is missing and what is hidden. */
export function NotFoundState() {
  const words = useWords(uiWords)
  return (
    <StateFrame
      whole
      icon={IconMapPinOff}
      title={words.notFound.title}
      text={words.notFound.text}
      act={
        <Button component={PageLink} to="/" variant="default">
          {words.notFound.back}
        </Button>
      }
    />
  )
}
