import { Navigate } from '@tanstack/react-router'
import { IconDoor } from '@tabler/icons-react'
import { StateFrame } from '../controls/StateFrame.tsx'
import { useMe } from '../me.ts'
import { useSections } from '../section.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { menuOf } from './menu.ts'

/** The first page: the first section of the person's menu. */
export function StartPage() {
  const words = useWords(uiWords)
  const [first] = menuOf(useSections(), useMe())
  // Whoever was led elsewhere while this still stood is on their way there already.
  if (window.location.pathname !== '/') return null
  if (first) return <Navigate to={first.path} replace />
  return <StateFrame whole icon={IconDoor} title={words.start.title} text={words.start.text} />
}
