import { useState } from 'react'
import { IconUserCheck, IconUserOff } from '@tabler/icons-react'
import { RecordMenu } from '#ui/controls/RecordMenu.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Profile } from '../contract.ts'
import { peopleWords } from '../words.ts'
import { DismissDialog } from './DismissDialog.tsx'
import { useRehire } from './useRehire.ts'

/** What can be done with a person from their page: the administrator's acts, and what other sections offer. */
export function ProfileMenu({ person }: { person: Profile }) {
  const words = useWords(peopleWords)
  const me = useMe()
  const rehire = useRehire()
  const [asking, setAsking] = useState(false)
  const dismiss = {
    label: words.administration.dismiss,
    icon: IconUserOff,
    onClick: () => setAsking(true),
    grave: true,
  }
  const back = {
    label: words.administration.rehire,
    icon: IconUserCheck,
    onClick: () => rehire.mutate({ id: person.id }),
  }
  const acts = me.administrator && person.id !== me.id ? [person.dismissedAt ? back : dismiss] : []
  return (
    <>
      <RecordMenu kind="person" id={person.id} acts={acts} />
      <DismissDialog person={asking ? person : null} close={() => setAsking(false)} />
    </>
  )
}
