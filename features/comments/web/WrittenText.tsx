import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { commentsWords } from '../words.ts'
import { partsOf, type TextPart } from './links.ts'
import classes from './WrittenText.module.css'

/** Longer texts are folded, so that one long post does not push all others away. */
const folded = { letters: 1200, lines: 14 }

/** What somebody wrote: plain text with its lines, addresses made into links; `fold` shows the beginning of a long one. */
export function WrittenText({ text, fold = false }: { text: string; fold?: boolean }) {
  const words = useWords(commentsWords)
  const [whole, setWhole] = useState(false)
  const long = fold && !whole && (text.length > folded.letters || text.split('\n').length > folded.lines)
  return (
    <>
      <div className={long ? `${classes.text} ${classes.folded}` : classes.text}>
        {partsOf(text).map((part) => (
          <Part key={part.at} part={part} />
        ))}
      </div>
      {long && (
        <UnstyledButton className={classes.more} onClick={() => setWhole(true)}>
          {words.showWhole}
        </UnstyledButton>
      )}
    </>
  )
}

function Part({ part: { text, link } }: { part: TextPart }) {
  if (!link) return text
  if (link.origin === window.location.origin) return <PageLink to={link.pathname + link.search}>{text}</PageLink>
  return (
    <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  )
}
