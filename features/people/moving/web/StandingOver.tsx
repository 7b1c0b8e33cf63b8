import type { ReactNode } from 'react'
import { Named } from '#ui/controls/Named.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { SlideOver } from '#ui/shell/SlideOver.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { movingWords } from '../words.ts'
import { DismissForm } from './DismissForm.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { RightsForm } from './RightsForm.tsx'
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
  done?: (sentence: ReactNode) => void
}

/** What is done with somebody's standing: first what it means, then who takes over and why, then the button. */
export function StandingOver({ asked, close, done }: StandingOverProps) {
  const words = useWords(movingWords)
  const { rights } = words
  return (
    <SlideOver
      opened={asked !== null}
      onClose={close}
      label={asked ? { ...words.acts, ...rights.acts }[asked.act] : ''}
    >
      {asked && (
        <>
          <PageHeader title={{ ...words.title, ...rights.title }[asked.act](asked.person)} about={asked.person} />
          <Form
            asked={asked}
            close={close}
            done={() =>
              done?.(<Named person={asked.person}>{{ ...words.done, ...rights.done }[asked.act](asked.person)}</Named>)
            }
          />
        </>
      )}
    </SlideOver>
  )
}

function Form({ asked: { act, person }, ...settle }: { asked: AskedStanding; close: () => void; done: () => void }) {
  if (act === 'dismiss') return <DismissForm person={person} {...settle} />
  if (act === 'handOver') return <HandOverForm person={person} {...settle} />
  if (act === 'employee' || act === 'external') return <MoveForm person={person} to={act} {...settle} />
  return <RightsForm act={act} person={person} {...settle} />
}
