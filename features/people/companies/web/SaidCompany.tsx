import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { MeAnswer } from '#features/account/contract.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import fields from '../../fields/web/OwnFields.module.css'
import { people } from '../../web/api.ts'
import { companiesWords } from '../words.ts'

/** For somebody from outside who has no company: says which one is theirs. A field of its own words, that offers nothing. */
export function SaidCompany({ me }: { me: MeAnswer }) {
  const own = useQuery(people.get.queryOptions({ input: { id: me.id } }))
  if (me.kind === 'employee' || me.company || !own.data) return null
  return <SaidCompanyForm name={own.data.saidCompany ?? ''} />
}

function SaidCompanyForm({ name }: { name: string }) {
  const { saying, rules } = useWords(companiesWords)
  const words = saying.own
  const form = useForm({ initialValues: { name } })
  const errors = useServerErrors(form, rules)
  const save = useMutation({
    ...people.companies.say.mutationOptions(),
    onMutate: errors.clear,
    onError: errors.show,
    onSuccess(said) {
      form.setValues(said)
      form.resetDirty(said)
      void queries.invalidateQueries({ queryKey: people.key() })
    },
  })
  const done = save.data?.name === '' ? words.takenBack : words.saved
  return (
    <form aria-label={words.title} onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <h3 className={fields.title}>{words.title}</h3>
      <div className={fields.form}>
        <FormError text={errors.sentence} />
        <TextInput
          label={words.label}
          description={words.hint}
          maxLength={120}
          autoComplete="organization"
          {...form.getInputProps('name')}
        />
        <div className={fields.foot}>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {save.isSuccess && !form.isDirty() ? done : ''}
          </Text>
        </div>
      </div>
    </form>
  )
}
