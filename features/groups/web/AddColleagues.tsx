import { Button, Group, MultiSelect, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import type { GroupTabProps } from '#ui/section.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Listed } from '#features/people/contract.ts'
import { groupsWords } from '../words.ts'
import { groups, people } from './api.ts'
import classes from './AddColleagues.module.css'
import { useMembers } from './useMembers.ts'

const most = 40

/** Brings colleagues into a group; people from outside are invited instead. */
export function AddColleagues({ group, close }: { group: GroupTabProps; close: () => void }) {
  const words = useWords(groupsWords)
  const controlWords = useWords(uiWords)
  const [chosen, setChosen] = useState<Listed[]>([])
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery({
    ...people.list.queryOptions({ input: { kind: 'employee', limit: most, ...(search ? { search } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const inside = new Set(useMembers(group.groupId, search).map(({ id }) => id))
  const listed = (data?.items ?? []).filter(({ id }) => !inside.has(id))
  const byId = new Map([...listed, ...chosen].map((person) => [person.id, person]))
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
        <MultiSelect
          label={words.add.pick}
          placeholder={chosen.length === 0 ? words.add.choose : ''}
          description={words.add.hint}
          data={[...byId.values()].map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.map(({ id }) => id)}
          onChange={(ids) => setChosen(ids.flatMap((id) => byId.get(id) ?? []))}
          searchable
          onSearchChange={setTyped}
          filter={({ options }) => options}
          hidePickedOptions
          nothingFoundMessage={words.add.nobody}
          withScrollArea={false}
          classNames={{ options: classes.options ?? '' }}
          renderOption={({ option }) => (
            <span className={classes.option}>
              <PersonAvatar person={byId.get(option.value) ?? null} size={26} />
              <span>{option.label}</span>
              <Text span size="xs" c="dimmed">
                {byId.get(option.value)?.position}
              </Text>
            </span>
          )}
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
