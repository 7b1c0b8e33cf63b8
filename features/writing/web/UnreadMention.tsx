import { Named } from '#ui/controls/Named.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import { Undecided, type WaysOut } from './Undecided.tsx'

/** Says before anything is sent that somebody who is mentioned will not read it. */
export function UnreadMention({ person, ...ways }: { person: ShownPerson } & WaysOut) {
  const words = useWords(writingWords)
  return (
    <Undecided out={words.takeOut} in={words.keep} {...ways}>
      <Named person={person}>{words.unread({ name: person.name })}</Named>
    </Undecided>
  )
}
