import { createElement, type ReactNode } from 'react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Inline, Mark } from '../contract.ts'
import { writingWords } from '../words.ts'
import { inOrder } from './inOrder.ts'
import { useReading } from './reading.ts'
import classes from './Written.module.css'

type Part = Inline<string | null>

/** What stands in a line: words with their marks, and mentions. */
export function Line({ of }: { of: Part[] }) {
  return inOrder(of, (part) => <OnePart part={part} />)
}

function OnePart({ part }: { part: Part }): ReactNode {
  if (part.type === 'text') return (part.marks ?? []).reduceRight<ReactNode>(marked, part.text)
  if (part.type === 'hardBreak') return <br />
  return part.type === 'person' ? <PersonMention id={part.attrs.id} /> : <GroupMention id={part.attrs.id} />
}

const tags = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', code: 'code' } as const

function marked(inside: ReactNode, mark: Mark): ReactNode {
  if (mark.type !== 'link') return createElement(tags[mark.type], null, inside)
  const { href } = mark.attrs
  const link = URL.canParse(href) ? new URL(href) : null
  if (link?.origin === window.location.origin) return <PageLink to={link.pathname + link.search}>{inside}</PageLink>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {inside}
    </a>
  )
}

/** Somebody who is mentioned, by the name and with the marks that they have now. */
function PersonMention({ id }: { id: string | null }) {
  const { people, voice } = useReading()
  const person = people.find((one) => one.id === id) ?? null
  return (
    <span className={classes.mention}>
      {person && '@'}
      <PersonName person={person} voice={voice} linked />
    </span>
  )
}

/** A group that is mentioned; to those who do not see it, no more than that there is one. */
function GroupMention({ id }: { id: string | null }) {
  const words = useWords(writingWords)
  const { groups } = useReading()
  const group = groups.find((one) => one.id === id)
  if (!group) return <span className={classes.unknown}>{words.someGroup}</span>
  return (
    <span className={classes.mention}>
      @<GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />
    </span>
  )
}
