import { Dialog } from '#ui/controls/Dialog.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Company } from '../contract.ts'
import { companiesWords } from '../words.ts'
import { MergeForm } from './MergeForm.tsx'
import { NameForm } from './NameForm.tsx'

/** What an administrator is about to do with a company. */
export type AskedCompany = { act: 'add' } | { act: 'rename' | 'merge'; company: Company }

interface CompanyDialogsProps {
  /** Null closes it. */
  asked: AskedCompany | null
  close: () => void
  /** Hears a sentence about what was done. */
  done: (sentence: string) => void
}

/** The one question that is open about a company: its name, or what it is one with. */
export function CompanyDialogs({ asked, close, done }: CompanyDialogsProps) {
  const words = useWords(companiesWords)
  const title =
    asked?.act === 'merge'
      ? words.mergeTitle({ name: asked.company.name })
      : asked?.act === 'rename'
        ? words.rename
        : words.add
  return (
    <Dialog opened={asked !== null} close={close} title={title}>
      {asked?.act === 'merge' && <MergeForm company={asked.company} close={close} done={done} />}
      {asked?.act === 'rename' && <NameForm company={asked.company} close={close} done={done} />}
      {asked?.act === 'add' && <NameForm company={null} close={close} done={done} />}
    </Dialog>
  )
}
