import { Text } from '@mantine/core'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { OpeningPreview } from '../opening/contract.ts'
import { groupsWords } from '../words.ts'
import classes from './Comers.module.css'

/** Who comes with the opening of a group: those who were in it before, and those who hold an invitation. */
export function Comers({ preview }: { preview: OpeningPreview }) {
  const words = useWords(groupsWords).opening
  const { returning, returningPeople, invited, invitedPeople } = preview
  return (
    <>
      {returning > 0 && <Some text={words.returning(returning)} people={returningPeople} count={returning} />}
      {invited > 0 && <Some text={words.invited(invited)} people={invitedPeople} count={invited} />}
    </>
  )
}

interface SomeProps {
  text: string
  people: OpeningPreview['returningPeople']
  /** How many they are altogether. */
  count: number
}

function Some({ text, people, count }: SomeProps) {
  const words = useWords(groupsWords).opening
  return (
    <div>
      <Text size="sm">{text}</Text>
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={`${person.name} ${person.company ?? ''}`}>
            <PersonName person={{ id: '', kind: 'external', ...person }} />
          </li>
        ))}
        {count > people.length && <li className={classes.more}>{words.andMore(count - people.length)}</li>}
      </ul>
    </div>
  )
}
