import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Comment } from '../contract.ts'
import { commentsWords } from '../words.ts'
import { partsOf, type TextPart } from './links.ts'
import classes from './WrittenText.module.css'

/** Longer texts are folded, so that one long post does not push all others away. */
const folded = { letters: 1200, lines: 14 }

interface WrittenTextProps {
  text: string
  /** Where in it people are mentioned. */
  mentions?: Comment['mentions']
  /** Shows the beginning of a long one. */
  fold?: boolean
}

const noMentions: Comment['mentions'] = []

/** What somebody wrote: plain text with its lines, addresses made into links, people who are mentioned by their names. */
export function WrittenText({ text, mentions = noMentions, fold = false }: WrittenTextProps) {
  const words = useWords(commentsWords)
  const [whole, setWhole] = useState(false)
  const long = fold && !whole && (text.length > folded.letters || text.split('\n').length > folded.lines)
  return (
    <>
      <div className={long ? `${classes.text} ${classes.folded}` : classes.text}>
        {withMentions(text, mentions).map((part) => (
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

function Part({ part: { text, link, person } }: { part: MentionPart }) {
  if (person)
    return (
      <span className={classes.mention}>
        @<PersonName person={person} linked />
      </span>
    )
  if (!link) return text
  if (link.origin === window.location.origin) return <PageLink to={link.pathname + link.search}>{text}</PageLink>
  return (
    <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  )
}

interface MentionPart extends TextPart {
  person?: Comment['mentions'][number]['person']
}

/** The text taken apart where people are mentioned; what is between is looked through for addresses. */
function withMentions(text: string, mentions: Comment['mentions']): MentionPart[] {
  const parts: MentionPart[] = []
  let from = 0
  const plain = (to: number) =>
    parts.push(...partsOf(text.slice(from, to)).map((part) => ({ ...part, at: part.at + from })))
  for (const { at, length, person } of mentions) {
    plain(at)
    parts.push({ text: text.slice(at, at + length), at, person })
    from = at + length
  }
  plain(text.length)
  return parts
}
