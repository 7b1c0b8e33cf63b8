import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { StateFrame } from './StateFrame.tsx'

/** Stands where a rule says no; `text` names the rule and who can change it. */
export function RefusedState({ text, act }: { text: ReactNode; act?: ReactNode }) {
  const words = useWords(uiWords)
  return <StateFrame icon={IconLock} title={words.refused.title} text={text} act={act} />
}
