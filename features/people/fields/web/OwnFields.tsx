import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { OwnField } from '../contract.ts'
import { fieldsWords } from '../words.ts'
import { FieldInput, type InputProps } from './FieldInput.tsx'
import classes from './OwnFields.module.css'

/** What this portal asks of oneself beside the usual; nothing where it asks nothing. */
export function OwnFields() {
  const own = useQuery(people.fields.mine.queryOptions())
  if (!own.data || own.data.items.length === 0) return null
  return <OwnFieldsForm fields={own.data.items} />
}

function OwnFieldsForm({ fields }: { fields: readonly OwnField[] }) {
  const words = useWords(fieldsWords)
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(fields.map(({ id, value }) => [id, value])),
  })
  const errors = useServerErrors(form, words.rules)
  const save = useMutation({
    ...people.fields.write.mutationOptions(),
    onMutate: errors.clear,
    onError: errors.show,
    onSuccess(saved) {
      form.resetDirty()
      queries.setQueryData(people.fields.mine.queryKey(), saved)
      void queries.invalidateQueries({ queryKey: people.key() })
    },
  })
  return (
    <form
      aria-label={words.own.title}
      onSubmit={form.onSubmit((values) =>
        save.mutate({ values: Object.entries(values).map(([fieldId, value]) => ({ fieldId, value })) }),
      )}
    >
      <h3 className={classes.title}>{words.own.title}</h3>
      <div className={classes.form}>
        <FormError text={errors.sentence} />
        {fields.map((field) => (
          <FieldInput key={field.id} field={field} input={form.getInputProps(field.id) as InputProps} />
        ))}
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {save.isSuccess && !form.isDirty() ? words.own.saved : ''}
          </Text>
        </div>
      </div>
    </form>
  )
}
