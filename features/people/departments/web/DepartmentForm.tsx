import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import { ColleagueField } from '../../web/ColleagueField.tsx'
import type { Department } from '../contract.ts'
import { departmentsWords } from '../words.ts'
import { DepartmentField } from './DepartmentField.tsx'
import { idsIn, type Branch } from './tree.ts'

interface DepartmentFormProps {
  /** Null adds one. */
  department: Branch | null
  /** What it stands below at first. */
  below: string | null
  close: () => void
  done: (sentence: string) => void
}

/** Says what a department is called, what it stands below and who heads it. */
export function DepartmentForm({ department, below, close, done }: DepartmentFormProps) {
  const words = useWords(departmentsWords)
  const [head, setHead] = useState<ShownPerson | null>(department?.head ?? null)
  const form = useForm({ initialValues: { name: department?.name ?? '', parentId: below, headId: '' } })
  const errors = useServerErrors(form, words.rules)
  const settle = {
    onMutate: errors.clear,
    onError: errors.show,
    async onSuccess({ name }: Department) {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done(department ? words.saved({ name }) : words.added({ name }))
    },
  }
  const add = useMutation({ ...people.departments.add.mutationOptions(), ...settle })
  const change = useMutation({ ...people.departments.change.mutationOptions(), ...settle })
  // Not below itself, nor below what stands below it.
  const inside = new Set(department ? idsIn(department) : [])
  return (
    <form
      onSubmit={form.onSubmit(({ name, parentId }) => {
        // Only what was changed: a head who is dismissed is not shown, and stands there again when they are hired again.
        const said = { name, parentId, ...(head?.id === department?.head?.id ? {} : { headId: head?.id ?? null }) }
        if (department) change.mutate({ id: department.id, ...said })
        else add.mutate(said)
      })}
    >
      <Stack gap="sm">
        <FormError text={errors.sentence} />
        <TextInput label={words.name} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <DepartmentField
          label={words.parent}
          description={words.parentHint}
          offers={({ id }) => !inside.has(id)}
          value={form.values.parentId}
          onChange={(chosen) => form.setFieldValue('parentId', chosen)}
          error={form.errors.parentId}
        />
        <ColleagueField
          label={words.head}
          description={words.headHint}
          value={head}
          onChange={setHead}
          error={form.errors.headId}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {department ? words.save : words.add}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
