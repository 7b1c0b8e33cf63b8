import { useState } from 'react'
import { UnstyledButton } from '@mantine/core'
import { IconBuilding, IconUsers } from '@tabler/icons-react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Addressee } from '../contract.ts'
import { addressingWords } from '../words.ts'
import classes from './AddressedTo.module.css'

/** So many stand there at once. */
const few = 4

/** To whom a post is addressed that stands in no group, as far as the reader may know them. */
export function AddressedTo({ to }: { to: Addressee[] }) {
  const words = useWords(addressingWords)
  const [all, setAll] = useState(false)
  if (to.length === 0) return null
  const shown = all ? to : to.slice(0, few)
  const rest = to.length - shown.length
  return (
    <span className={classes.to} role="group" aria-label={words.to}>
      <span aria-hidden>→</span>
      {shown.map((one) => (
        <span key={keyOf(one)} className={classes.one}>
          <One one={one} />
        </span>
      ))}
      {rest > 0 && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
          {words.more(rest)}
        </UnstyledButton>
      )}
    </span>
  )
}

function One({ one }: { one: Addressee }) {
  const words = useWords(addressingWords)
  switch (one.kind) {
    case 'everyone':
      return (
        <>
          <IconUsers size={14} aria-hidden />
          {words.everyone}
        </>
      )
    case 'department': {
      const { department, below } = one
      const name = department?.name ?? words.formerDepartment
      return (
        <>
          <IconBuilding size={14} aria-hidden />
          {department && below ? words.below({ name }) : name}
        </>
      )
    }
    case 'group':
      return (
        <>
          <GroupName {...one.group} to={`/groups/${one.group.id}`} />
          {one.team && <TeamOnly />}
        </>
      )
    case 'person':
      return <PersonName person={one.person} linked />
  }
}

const keyOf = (one: Addressee): string =>
  one.kind === 'person'
    ? one.person.id
    : one.kind === 'group'
      ? one.group.id
      : one.kind === 'department'
        ? (one.department?.id ?? one.kind)
        : one.kind
