import { PersonName } from '#ui/controls/PersonName.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import classes from './Quote.module.css'

interface QuoteProps {
  author: ShownPerson | null
  text: string
  voice: boolean
}

/** Words of another comment, and who said them. */
export function Quote({ author, text, voice }: QuoteProps) {
  return (
    <blockquote className={classes.quote}>
      <span className={classes.author}>
        <PersonName person={author} voice={voice} />
      </span>
      <span className={classes.text}>{text}</span>
    </blockquote>
  )
}
