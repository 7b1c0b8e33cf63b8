import { CloseButton } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useMembers } from '#features/groups/web/door.tsx'
import { PeopleField } from '#ui/controls/PeopleField.tsx'
import { useMe } from '#ui/me.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { AdditionFields } from '../../web/addition.ts'
import { appreciationsWords } from '../words.ts'
import classes from './AppreciationFields.module.css'
import type { AppreciationDraft } from './appreciationDraft.ts'
import { useAddressed } from './useAddressed.ts'
import { BadgeChoice } from './BadgeChoice.tsx'

/** What somebody is appreciated for, and who that is: colleagues who read the post. */
export function AppreciationFields(props: AdditionFields<AppreciationDraft>) {
  const { value, onChange, remove, groupId, chosen, comes } = props
  const words = useWords(appreciationsWords).form
  const me = useMe()
  const fields = useRef<HTMLFieldSetElement>(null)
  // Somebody has just asked for it.
  useEffect(() => {
    if (comes) fields.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [comes])
  const [typed, setTyped] = useState('')
  const inGroup = useMembers(groupId, typed, { kind: 'employee', sees: 'feed' })
  const inMix = useAddressed(groupId ? null : chosen, typed)
  const search = groupId ? inGroup : inMix
  const people = search.people.filter(({ id }) => id !== me.id)
  return (
    <fieldset ref={fields} className={classes.fields}>
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
