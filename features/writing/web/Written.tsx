import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import type { Mentions, ShownDoc } from '../contract.ts'
import { writingWords } from '../words.ts'
import { Blocks } from './Blocks.tsx'
import { outlineOf } from './outline.ts'
import { ReadingProvider } from './reading.ts'
import classes from './Written.module.css'

interface WrittenProps {
  document: ShownDoc
  mentions: Mentions
  /** Its plain text, by which one tells how long it is. */
  text: string
  /** Shows the beginning of a long one. */
  fold?: boolean
  /** Those who work here speak to this reader as the portal. */
  voice?: boolean
}

/** Longer texts are folded, so that one long post does not push all others away. */
const folded = { letters: 900, blocks: 10 }

/** What somebody wrote, with its headings, lists, tables and mentions. Needs nothing of the editor. */
export function Written({ document, mentions, text, fold = false, voice = false }: WrittenProps) {
  const words = useWords(writingWords)
  const [whole, setWhole] = useState(false)
  const long = fold && !whole && (text.length > folded.letters || text.split('\n').length > folded.blocks * 2)
  return (
    <ReadingProvider value={{ ...mentions, voice, outline: outlineOf(document) }}>
      <div className={long ? `${classes.text} ${classes.folded}` : classes.text}>
        <Blocks of={document.content} />
      </div>
      {long && (
        <UnstyledButton className={classes.more} onClick={() => setWhole(true)}>
          {words.showWhole}
        </UnstyledButton>
      )}
    </ReadingProvider>
  )
}
