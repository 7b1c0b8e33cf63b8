import { Button, Group, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { usePeople } from '#features/people/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { PeopleField } from '#ui/controls/PeopleField.tsx'
import type { FoundPerson } from '#ui/controls/person.ts'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import type { GroupTabProps } from '#ui/section.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { useMembers } from './useMembers.ts'

/** Brings colleagues into a group; people from outside are invited instead. */
export function AddColleagues({ group, close }: { group: GroupTabProps; close: () => void }) {
  const words = useWords(groupsWords)
  const controlWords = useWords(uiWords)
  const [chosen, setChosen] = useState<FoundPerson[]>([])
  const [typed, setTyped] = useState('')
  const search = usePeople(typed, 'employee')
  const inside = new Set(useMembers(group.groupId, typed).people.map(({ id }) => id))
  const add = useMutation({
    async mutationFn() {
      for (const person of chosen) {
        await groups.addMember.call({ id: group.groupId, personId: person.id })
        setChosen((left) => left.filter(({ id }) => id !== person.id))
      }
    },
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: groups.key() }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) add.mutate()
      }}
    >
      <Stack gap="md">
        <FormError text={add.error ? sentenceOf(add.error, controlWords, words.rules) : null} />
        <PeopleField
          label={words.add.pick}
          description={words.add.hint}
          placeholder={words.add.choose}
          search={{ ...search, people: search.people.filter(({ id }) => !inside.has(id)) }}
          onSearch={setTyped}
          value={chosen}
          onChange={setChosen}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.members.cancel}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={chosen.length === 0}>
            {chosen.length === 0 ? words.add.choose : words.add.act(chosen.length)}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
