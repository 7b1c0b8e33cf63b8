import { MultiSelect, Pill } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { sentenceOf } from '../errors.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import type { FoundPerson, PeopleSearch } from './person.ts'
import { PersonAvatar } from './PersonAvatar.tsx'
import { typingPause } from './PersonField.tsx'
import classes from './PersonField.module.css'
import { PersonName } from './PersonName.tsx'
import { PersonOption } from './PersonOption.tsx'
import { staysHere } from './staysHere.ts'
import { useClosingList } from './useClosingList.ts'

interface PeopleFieldProps {
  label: string
  description?: ReactNode
  placeholder?: string
  /** What the server answers to what was typed last: it alone decides who can be chosen. */
  search: PeopleSearch
  /** Hears what is typed, as soon as typing pauses. */
  onSearch: (typed: string) => void
  value: readonly FoundPerson[]
  onChange: (people: FoundPerson[]) => void
  /** In a dialog: the cursor stands here first. */
  'data-autofocus'?: boolean
}

/** Chooses several people, who stand in it as pills with face and marks; typing searches, Backspace takes the last one out. */
export function PeopleField({ search, onSearch, value, onChange, placeholder, ...rest }: PeopleFieldProps) {
  const words = useWords(uiWords)
  const ask = useDebouncedCallback(onSearch, typingPause)
  const byId = new Map([...search.people, ...value].map((person) => [person.id, person]))
  const problem = search.error ? sentenceOf(search.error, words) : null
  const { opened, list } = useClosingList(() => problem && search.again())
  return (
    <MultiSelect
      {...rest}
      placeholder={value.length === 0 ? placeholder : ''}
      searchable
      hidePickedOptions
      data={[...byId.values()].map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      value={value.map(({ id }) => id)}
      onChange={(ids) => onChange(ids.flatMap((id) => byId.get(id) ?? []))}
      onSearchChange={(text) => ask(text.trim())}
      onKeyDown={staysHere}
      {...list}
      classNames={{ options: classes.options ?? '' }}
      loading={opened && search.isFetching}
      withScrollArea={false}
      {...(problem ? {} : { nothingFoundMessage: search.isFetching ? words.search.looking : words.nobodyFound })}
      renderOption={({ option }) => {
        const person = byId.get(option.value)
        return person ? <PersonOption person={person} /> : option.label
      }}
      renderPill={({ value: id, onRemove }) => (
        <Pill withRemoveButton onRemove={onRemove} className={classes.pill ?? ''}>
          <span className={classes.option}>
            <PersonAvatar person={byId.get(String(id)) ?? null} size={20} />
            <PersonName person={byId.get(String(id)) ?? null} />
          </span>
        </Pill>
      )}
      error={problem}
    />
  )
}
