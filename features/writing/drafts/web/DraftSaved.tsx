import { useWords } from '#ui/words/useWords.ts'
import classes from '../../web/ComposerFrame.module.css'
import { writingWords } from '../../words.ts'

/** Says that all that stands in a composer is kept. */
export function DraftSaved() {
  const words = useWords(writingWords)
  return (
    <span role="status" className={classes.saved}>
      {words.draftSaved}
    </span>
  )
}
