import { Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { sentenceOf } from '../errors.ts'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import type { PeopleSearch, ShownPerson } from './person.ts'
import { PersonAvatar } from './PersonAvatar.tsx'
import classes from './PersonField.module.css'
import { PersonName } from './PersonName.tsx'
import { PersonOption } from './PersonOption.tsx'

interface PersonFieldProps {
  label: string
  /** It was put in place of something, at a press of a button: the label is heard only, and what is typed next is meant for it. */
  bare?: boolean
  description?: ReactNode
  placeholder?: string
  /** What the server answers to what was typed last: it alone decides who can be chosen. */
  search: PeopleSearch
  /** Hears what is typed, as soon as typing pauses; an empty text where the name of whoever is chosen stands. */
  onSearch: (typed: string) => void
  value: ShownPerson | null
  onChange: (person: ShownPerson | null) => void
  /** A first choice that stands for nobody: "Myself". */
  none?: string
  clearable?: boolean
  required?: boolean
  error?: ReactNode
}

/** A pause in typing, in milliseconds, after which the server is asked. */
export const typingPause = 150

/** Chooses one person: typing searches, and whoever is chosen stands in the closed field with face and marks, as a name stands anywhere. */
export function PersonField({
  label,
  bare = false,
  search,
  onSearch,
  value,
  onChange,
  none,
  clearable = false,
  required = false,
  error,
  ...rest
}: PersonFieldProps) {
  const words = useWords(uiWords)
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const chosenText = value?.name ?? none ?? ''
  const [typed, setTyped] = useState(chosenText)
  const ask = useDebouncedCallback(onSearch, typingPause)
  const looking = typed.trim() !== chosenText && typed.trim() !== ''
  const found = search.people.filter(({ id }) => id !== value?.id || looking)
  const listed = value && !looking ? [value, ...found] : found
  const byId = new Map(listed.map((person) => [person.id, person]))
  const problem = search.error ? sentenceOf(search.error, words) : null
  const look = (text: string) => {
    setTyped(text)
    ask(text.trim() === chosenText ? '' : text.trim())
  }
  useEffect(() => {
    if (bare) field.current?.focus()
  }, [bare])
  useEffect(() => {
    if (looking) return undefined
    // The next letter typed begins a new search and is not added to a name; a click sets its cursor first.
    const afterClick = setTimeout(() => document.activeElement === field.current && field.current?.select())
    return () => clearTimeout(afterClick)
  }, [open, looking, value?.id])
  return (
    <Select
      {...(bare ? { 'aria-label': label } : { label })}
      {...rest}
      ref={field}
      searchable
      clearable={clearable}
      allowDeselect={false}
      withAsterisk={required}
      data={[
        ...(none && !looking ? [{ value: nobody, label: none }] : []),
        ...listed.map((person) => ({ value: person.id, label: person.name })),
      ]}
      filter={({ options }) => options}
      value={value?.id ?? (none ? nobody : null)}
      onChange={(id) => onChange(byId.get(id ?? '') ?? null)}
      searchValue={typed}
      onSearchChange={look}
      onDropdownOpen={() => {
        setOpen(true)
        if (problem) search.again()
      }}
      onDropdownClose={() => {
        setOpen(false)
        look(chosenText)
      }}
      leftSection={value && (open ? <PersonAvatar person={value} size={22} /> : <Chosen person={value} />)}
      leftSectionProps={{ className: open ? '' : (classes.whole ?? ''), 'aria-hidden': true }}
      {...(value?.kind === 'external' ? { 'aria-description': markOf(value, words.externalMark) } : {})}
      classNames={{ options: classes.options ?? '', input: lookOf(value, open, looking) }}
      loading={open && search.isFetching}
      withScrollArea={false}
      {...(problem ? {} : { nothingFoundMessage: search.isFetching ? words.search.looking : words.nobodyFound })}
      renderOption={({ option }) => {
        const person = byId.get(option.value)
        return person ? <PersonOption person={person} /> : option.label
      }}
      error={error ?? problem}
    />
  )
}

const nobody = 'nobody'

function Chosen({ person }: { person: ShownPerson }) {
  return (
    <span className={classes.option}>
      <PersonAvatar person={person} size={22} />
      <PersonName person={person} />
    </span>
  )
}

const markOf = ({ company }: ShownPerson, mark: string): string => (company ? `${mark} · ${company}` : mark)

function lookOf(value: ShownPerson | null, open: boolean, looking: boolean): string {
  if (!value) return ''
  if (!open) return classes.closed ?? ''
  return value.kind === 'external' && !looking ? (classes.outside ?? '') : ''
}
