import { Button, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Field } from '../contract.ts'
import { fieldsWords } from '../words.ts'

const kinds = ['text', 'date', 'choice', 'link'] as const
const asking = ['everyone', 'employees', 'externals'] as const

/** Says what a field is called, what goes into it, of whom it is asked and who sees it. */
export function FieldForm({ field, close }: { field: Field | null; close: () => void }) {
  const words = useWords(fieldsWords)
  const form = useForm({
    initialValues: {
      nameEn: field?.names.en ?? '',
      nameRu: field?.names.ru ?? '',
      namePl: field?.names.pl ?? '',
      kind: field?.kind ?? 'text',
      choices: field?.choices.join('\n') ?? '',
      askedOf: field?.askedOf ?? 'everyone',
      shownToExternals: field?.shownToExternals ?? false,
    },
  })
  const errors = useServerErrors(form, words.rules)
  const settle = {
    onMutate: errors.clear,
    onError: errors.show,
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
    },
  }
  const add = useMutation({ ...people.fields.create.mutationOptions(), ...settle })
  const change = useMutation({ ...people.fields.change.mutationOptions(), ...settle })
  return (
    <form
      onSubmit={form.onSubmit(({ kind, choices, ...values }) => {
        const lines = choices.split('\n').flatMap((line) => line.trim() || [])
        if (field) change.mutate({ id: field.id, ...values, choices: lines })
        else add.mutate({ kind, ...values, choices: lines })
      })}
    >
      <Stack gap="sm">
        <FormError text={errors.sentence} />
        <TextInput label={words.name.en} maxLength={60} data-autofocus {...form.getInputProps('nameEn')} />
        <TextInput label={words.name.ru} maxLength={60} {...form.getInputProps('nameRu')} />
        <TextInput label={words.name.pl} maxLength={60} {...form.getInputProps('namePl')} />
        <Select
          label={words.kindLabel}
          allowDeselect={false}
          readOnly={field !== null}
          data={kinds.map((value) => ({ value, label: words.kind[value] }))}
          {...form.getInputProps('kind')}
        />
        {form.values.kind === 'choice' && (
          <Textarea label={words.choices} autosize minRows={3} {...form.getInputProps('choices')} />
        )}
        <Select
          label={words.askedOfLabel}
          allowDeselect={false}
          data={asking.map((value) => ({ value, label: words.askedOf[value] }))}
          {...form.getInputProps('askedOf')}
        />
        <Switch
          label={words.shown}
          description={words.shownHint}
          {...form.getInputProps('shownToExternals', { type: 'checkbox' })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {field ? words.save : words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
