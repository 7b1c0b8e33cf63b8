import { useState } from 'react'
import { IconUserEdit } from '@tabler/icons-react'
import { RecordMenu } from '#ui/controls/RecordMenu.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AssignDialog } from '../companies/web/AssignDialog.tsx'
import { companiesWords } from '../companies/words.ts'
import type { Profile } from '../contract.ts'
import { actIcons, actsFor, isGrave, type StandingAct } from '../moving/web/standing.ts'
import { RehireRefused } from '../moving/web/RehireRefused.tsx'
import { StandingOver } from '../moving/web/StandingOver.tsx'
import { movingWords } from '../moving/words.ts'
import { useRehire } from './useRehire.ts'

/** What can be done with a person from their page: the administrator's acts, and what other sections offer. */
export function ProfileMenu({ person }: { person: Profile }) {
  const words = useWords(movingWords)
  const companyWords = useWords(companiesWords)
  const me = useMe()
  const rehire = useRehire()
  const [act, setAct] = useState<StandingAct | null>(null)
  const [editing, setEditing] = useState(false)
  const edit = { label: companyWords.assign.act, icon: IconUserEdit, onClick: () => setEditing(true) }
  const back = { label: words.acts.rehire, icon: actIcons.rehire, onClick: () => rehire.mutate({ id: person.id }) }
  const about = { ...person, ...person.rights }
  const labels = { ...words.acts, ...words.rights.acts }
  const standing = actsFor(about).map((one) => ({
    label: labels[one],
    icon: actIcons[one],
    onClick: () => setAct(one),
    grave: isGrave(one),
  }))
  const acts = me.administrator && person.id !== me.id ? [edit, ...(person.dismissedAt ? [back] : []), ...standing] : []
  return (
    <>
      <RecordMenu kind="person" id={person.id} acts={acts} />
      <StandingOver asked={act && { act, person: about }} close={() => setAct(null)} />
      <RehireRefused rehire={rehire} />
      <AssignDialog person={editing ? person : null} close={() => setEditing(false)} />
    </>
  )
}
