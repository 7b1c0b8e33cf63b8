import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { movingWords } from '../words.ts'

/** Says why somebody could not be hired again: the licence has no place left. */
export function RehireRefused({ error, close }: { error: Error | null; close: () => void }) {
  const words = useWords(movingWords)
  const shared = useWords(uiWords)
  return (
    <Dialog opened={error !== null} close={close} title={words.acts.rehire}>
      <FormError text={error && sentenceOf(error, shared, words.rules)} />
    </Dialog>
  )
}
