import { useWords } from '#ui/words/useWords.ts'
import { addressingWords } from '../words.ts'
import { AddresseeName } from './AddresseeName.tsx'
import type { Chosen } from './chosen.ts'
import classes from './AddresseesLine.module.css'

/** Says which of those who were chosen do not see each other, and so cannot be written to together. */
export function StrangersLine({ strangers }: { strangers: readonly Chosen[] }) {
  const words = useWords(addressingWords)
  if (strangers.length === 0) return null
  return (
    <div className={classes.line} role="status">
      <span>{words.strangers}</span>
      {strangers.map((one) => (
        <AddresseeName key={`${one.kind} ${one.id}`} one={one} small />
      ))}
    </div>
  )
}
