import { CloseButton } from '@mantine/core'
import { useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { PeopleField } from '#ui/controls/PeopleField.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import { appreciationsWords } from '../words.ts'
import classes from './AppreciationFields.module.css'
import type { AppreciationDraft } from './appreciationDraft.ts'
import { BadgeChoice } from './BadgeChoice.tsx'

/** What somebody is appreciated for, and who that is: colleagues who read the post. */
export function AppreciationFields({ value, onChange, remove, groupId }: AdditionFields<AppreciationDraft>) {
  const words = useWords(appreciationsWords).form
  const me = useMe()
  const [typed, setTyped] = useState('')
  const search = useMembers(groupId, typed, { kind: 'employee', sees: 'feed' })
  const people = search.people.filter(({ id }) => id !== me.id)
  return (
    <fieldset className={classes.fields}>
      <div className={classes.head}>
        <BadgeChoice value={value.badge} onChange={(badge) => onChange({ ...value, badge })} />
        <CloseButton aria-label={words.remove} title={words.remove} onClick={remove} />
      </div>
      <PeopleField
        label={words.people}
        placeholder={words.choosePeople}
        search={{ ...search, people }}
        onSearch={setTyped}
        value={value.people}
        onChange={(chosen) => onChange({ ...value, people: chosen })}
      />
    </fieldset>
  )
}
