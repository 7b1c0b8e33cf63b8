import { Button } from '@mantine/core'
import { Named } from '#ui/controls/Named.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useWords } from '#ui/words/useWords.ts'
import { writingWords } from '../words.ts'
import classes from './ComposerFrame.module.css'

interface UnreadMentionProps {
  person: ShownPerson
  takeOut: () => void
  keep: () => void
}

/** Says before anything is sent that somebody who is mentioned will not read it, with the two ways out. */
export function UnreadMention({ person, takeOut, keep }: UnreadMentionProps) {
  const words = useWords(writingWords)
  return (
    <div className={classes.unread} role="status">
      <span>
        <Named person={person}>{words.unread({ name: person.name })}</Named>
      </span>
      <Button size="compact-xs" variant="default" onClick={takeOut}>
        {words.takeOut}
      </Button>
      <Button size="compact-xs" variant="subtle" color="gray" onClick={keep}>
        {words.keep}
      </Button>
    </div>
  )
}
