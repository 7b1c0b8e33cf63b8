import { Select, TextInput } from '@mantine/core'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Field } from '../contract.ts'
import { fieldsWords } from '../words.ts'
import { fieldName } from './fieldName.ts'

/** What a form gives to each of its inputs. */
export interface InputProps {
  value: string
  onChange: (value: unknown) => void
  error?: string | undefined
}

/** Where one of the portal's own fields is filled in, by its kind. */
export function FieldInput({ field, input }: { field: Field; input: InputProps }) {
  const words = useWords(fieldsWords)
  const { language } = useLanguage()
  const shared = {
    label: fieldName(field.names, language),
    ...(field.shownToExternals ? { description: words.own.seenByAll } : {}),
  }
  if (field.kind === 'choice')
    return (
      <Select
        {...shared}
        clearable
        data={field.choices}
        {...input}
        value={input.value || null}
        onChange={(value) => input.onChange(value ?? '')}
      />
    )
  const type = field.kind === 'date' ? 'date' : field.kind === 'link' ? 'url' : 'text'
  return <TextInput {...shared} type={type} maxLength={500} {...input} />
}
