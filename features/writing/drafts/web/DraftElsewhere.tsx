import { useWords } from '#ui/words/useWords.ts'
import { Undecided } from '../../web/Undecided.tsx'
import { writingWords } from '../../words.ts'

interface DraftElsewhereProps {
  /** It was sent or thrown away there. */
  gone: boolean
  take: () => void
  insist: () => void
}

/** Says that the same draft was changed in another window or on another device while one wrote here, and asks which of both goes on. */
export function DraftElsewhere({ gone, take, insist }: DraftElsewhereProps) {
  const words = useWords(writingWords).drafts
  return (
    <Undecided out={gone ? words.empty : words.take} in={words.insist} takeOut={take} keep={insist}>
      {gone ? words.goneElsewhere : words.changedElsewhere}
    </Undecided>
  )
}
