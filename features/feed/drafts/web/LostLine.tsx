import { useWords } from '#ui/words/useWords.ts'
import { AddresseeName } from '../../addressing/web/AddresseeName.tsx'
import { ofReached } from '../../addressing/web/chosen.ts'
import { addressingWords } from '../../addressing/words.ts'
import classes from '../../addressing/web/AddresseesLine.module.css'
import type { Lost } from './usePostDraft.ts'

/** Says for whom a draft was that cannot be written to any more: by name whom its writer still knows, and of others no more than that there were some. */
export function LostLine({ lost: { to, others } }: { lost: Lost }) {
  const words = useWords(addressingWords)
  return (
    <div className={classes.line} role="status">
      {to.length > 0 && <span>{words.lost.named}</span>}
      {to.map(ofReached).map((one) => (
        <AddresseeName key={`${one.kind} ${one.id}`} one={one} small />
      ))}
      {others > 0 && <span>{words.lost.others(others)}</span>}
    </div>
  )
}
