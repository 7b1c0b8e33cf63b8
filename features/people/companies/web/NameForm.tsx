import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Company } from '../contract.ts'
import { companiesWords } from '../words.ts'

interface NameFormProps {
  /** Null adds a company. */
  company: Company | null
  close: () => void
  done: (sentence: string) => void
}

/** Names a company, new or known. */
export function NameForm({ company, close, done }: NameFormProps) {
  const words = useWords(companiesWords)
  const form = useForm({ initialValues: { name: company?.name ?? '' } })
  const errors = useServerErrors(form, words.rules)
  const settle = {
    onMutate: errors.clear,
    onError: errors.show,
    async onSuccess({ name }: Company) {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done(company ? words.renamed({ name }) : words.added({ name }))
    },
  }
  const add = useMutation({ ...people.companies.create.mutationOptions(), ...settle })
  const rename = useMutation({ ...people.companies.change.mutationOptions(), ...settle })
  return (
    <form
      onSubmit={form.onSubmit(({ name }) => (company ? rename.mutate({ id: company.id, name }) : add.mutate({ name })))}
    >
      <Stack gap="sm">
        <FormError text={errors.sentence} />
        <TextInput label={words.name} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={add.isPending || rename.isPending}>
            {company ? words.save : words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
