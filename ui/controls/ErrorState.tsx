import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { failureOf, sentenceOf, type RuleWords } from '../errors.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { NotFoundState } from './NotFoundState.tsx'
import { RefusedState } from './RefusedState.tsx'
import { StateFrame } from './StateFrame.tsx'

interface ErrorStateProps {
  error: unknown
  retry?: () => void
  /** The feature's own sentences for its rules. */
  rules?: RuleWords
}

/** Stands where something did not load: a clear sentence and a way to try again; what is refused or missing says so instead. */
export function ErrorState({ error, retry, rules }: ErrorStateProps) {
  const words = useWords(uiWords)
  const failure = failureOf(error)
  if (failure === 'missing') return <NotFoundState />
  if (failure === 'refused') return <RefusedState text={sentenceOf(error, words, rules)} />
  return (
    <StateFrame
      role="alert"
      icon={IconCloudOff}
      title={words.error.title}
      text={sentenceOf(error, words, rules)}
      act={
        retry && (
          <Button variant="default" onClick={retry}>
            {words.error.again}
          </Button>
        )
      }
    />
  )
}
