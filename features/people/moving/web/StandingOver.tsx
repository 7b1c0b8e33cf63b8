import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { movingWords } from '../words.ts'
import { DismissForm } from './DismissForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import type { Standing, StandingAct } from './standing.ts'

/** What is to be done with whom. */
export interface AskedStanding {
  act: StandingAct
  person: Standing
}

interface StandingOverProps {
  /** Null closes it. */
  asked: AskedStanding | null
  close: () => void
  /** Hears a sentence about what was done. */
  done?: (sentence: string) => void
}

/** Moving or dismissing somebody: first what it means, then who takes over and why, then the button. */
export function StandingOver({ asked, close, done }: StandingOverProps) {
  const words = useWords(movingWords)
  const title = asked ? words.title[asked.act](asked.person) : ''
  return (
    <SlideOver opened={asked !== null} onClose={close} label={asked ? words.acts[asked.act] : ''}>
      {asked && (
        <>
          <PageHeader title={title} />
          {asked.act === 'dismiss' ? (
            <DismissForm person={asked.person} close={close} done={() => done?.(words.done.dismiss(asked.person))} />
          ) : (
            <MoveForm
              person={asked.person}
              to={asked.act}
              close={close}
              done={() =>
                done?.(asked.act === 'employee' ? words.done.employee(asked.person) : words.done.external(asked.person))
              }
            />
          )}
        </>
      )}
    </SlideOver>
  )
}
