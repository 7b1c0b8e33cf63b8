import { Button, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrorsOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { FieldInput } from '../fields/web/FieldInput.tsx'
import { fieldsWords } from '../fields/words.ts'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'

/** What is said of somebody else beside their name and position, the portal's own fields by their ids. */
export interface Told {
  mobile: string
  timeZone: string
  about: string
  interests: string
  fields: Readonly<Record<string, string>>
}

/** Nothing of it. */
export const nothingTold: Told = { mobile: '', timeZone: '', about: '', interests: '', fields: {} }

const timeZones = Intl.supportedValuesOf('timeZone')

interface MoreAboutThemProps {
  /** Whether they are added by their mobile number, which need not be said again. */
  byNumber: boolean
  value: Told
  onChange: (told: Told) => void
  /** Why the server refused what was filled in. */
  error: unknown
}

/** The rest of a profile of somebody from outside, for whoever fills it in for them; folded until it is asked for, or something in it is wrong. */
export function MoreAboutThem({ byNumber, value, onChange, error }: MoreAboutThemProps) {
  const words = useWords(peopleWords)
  const shared = useWords(uiWords)
  const own = useWords(fieldsWords)
  const [opened, setOpened] = useState(false)
  const { data } = useQuery(people.fields.ofExternals.queryOptions())
  const asked = data?.items ?? []
  const wrong = fieldErrorsOf(error, shared, own.rules)
  const shown =
    opened || ['mobile', 'timeZone', 'about', 'interests', ...asked.map(({ id }) => id)].some((key) => wrong[key])
  const Chevron = shown ? IconChevronUp : IconChevronDown
  return (
    <Stack gap="md">
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        ml={-8}
        rightSection={<Chevron size={16} aria-hidden />}
        aria-expanded={shown}
        onClick={() => setOpened(!shown)}
      >
        {words.more.title}
      </Button>
      {shown && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            {!byNumber && (
              <TextInput
                label={words.fields.mobile}
                type="tel"
                autoComplete="off"
                maxLength={40}
                error={wrong.mobile}
                value={value.mobile}
                onChange={(event) => onChange({ ...value, mobile: event.currentTarget.value })}
              />
            )}
            <Select
              label={words.fields.timeZone}
              searchable
              clearable
              limit={60}
              data={timeZones}
              error={wrong.timeZone}
              value={value.timeZone || null}
              onChange={(timeZone) => onChange({ ...value, timeZone: timeZone ?? '' })}
            />
          </SimpleGrid>
          {asked.map((field) => (
            <FieldInput
              key={field.id}
              field={field}
              input={{
                value: value.fields[field.id] ?? '',
                error: wrong[field.id],
                onChange: (given) => onChange({ ...value, fields: { ...value.fields, [field.id]: writtenIn(given) } }),
              }}
            />
          ))}
          <Textarea
            label={words.fields.about}
            description={words.more.aboutHint}
            autosize
            minRows={2}
            maxLength={2000}
            error={wrong.about}
            value={value.about}
            onChange={(event) => onChange({ ...value, about: event.currentTarget.value })}
          />
          <TextInput
            label={words.fields.interests}
            autoComplete="off"
            maxLength={500}
            error={wrong.interests}
            value={value.interests}
            onChange={(event) => onChange({ ...value, interests: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  )
}

/** An input gives an event, a list the word itself. */
const writtenIn = (given: unknown): string =>
  typeof given === 'string' ? given : (given as { currentTarget: { value: string } }).currentTarget.value

/** What goes to the server: what was said, and nothing of what was not. */
export function toldOf({ fields, ...told }: Told, byNumber: boolean) {
  const said = Object.entries(told).filter(([key, text]) => text.trim() !== '' && !(byNumber && key === 'mobile'))
  const values = Object.entries(fields).flatMap(([fieldId, value]) => (value.trim() ? [{ fieldId, value }] : []))
  return {
    ...(Object.fromEntries(said) as Partial<Omit<Told, 'fields'>>),
    ...(values.length > 0 ? { fields: values } : {}),
  }
}
