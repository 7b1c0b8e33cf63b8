import { IconBuilding, IconUsers } from '@tabler/icons-react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { PersonOption } from '#ui/controls/PersonOption.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import type { Spoken } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import { addressingWords } from '../words.ts'
import type { Chosen } from './chosen.ts'
import classes from './AddressedTo.module.css'

/** Somebody or something that can be written to, in a list or as a pill. */
export function AddresseeName({ one, small = false }: { one: Chosen | undefined; small?: boolean }) {
  const words = useWords(addressingWords)
  if (!one) return null
  if (one.kind === 'person') return small ? <PersonName person={one.person} /> : <PersonOption person={one.person} />
  if (one.kind === 'group') {
    const { group, team } = one
    return (
      <span className={classes.one}>
        <GroupName name={group.name} external={group.external && !team} />
        {team && <TeamOnly />}
      </span>
    )
  }
  const Icon = one.kind === 'everyone' ? IconUsers : IconBuilding
  return (
    <span className={classes.one}>
      <Icon size={15} aria-hidden />
      {nameOf(one, words)}
    </span>
  )
}

/** The same in plain words, for what is read aloud. */
export function nameOf(one: Chosen | undefined, words: Spoken<typeof addressingWords.en>): string {
  switch (one?.kind) {
    case 'everyone':
      return words.everyone
    case 'department':
      return one.below === false ? one.department.name : words.below({ name: one.department.name })
    case 'group':
      return one.group.name
    case 'person':
      return one.person.name
    case undefined:
      return ''
  }
}
