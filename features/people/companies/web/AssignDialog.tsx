import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Profile } from '../../contract.ts'
import { people } from '../../web/api.ts'
import { companiesWords } from '../words.ts'
import { DepartmentField } from '../../departments/web/DepartmentField.tsx'
import { departmentsWords } from '../../departments/words.ts'
import { ColleagueField } from '../../web/ColleagueField.tsx'
import { CompanyField, type ChosenCompany } from './CompanyField.tsx'

interface AssignDialogProps {
  /** Whom it is about; null closes it. */
  person: ShownPerson | null
  close: () => void
  done?: (sentence: string) => void
}

/** An administrator says what somebody is called, what they do and where they belong. */
export function AssignDialog({ person, close, done }: AssignDialogProps) {
  const words = useWords(companiesWords)
  return (
    <Dialog
      opened={person !== null}
      close={close}
      title={words.assign.title({ name: person?.name ?? '' })}
      about={person}
    >
      {person && <Loaded id={person.id} close={close} done={done} />}
    </Dialog>
  )
}

function Loaded({ id, close, done }: Omit<AssignDialogProps, 'person'> & { id: string }) {
  const profile = useQuery({ ...people.get.queryOptions({ input: { id } }), staleTime: 0 })
  if (profile.isError) return <ErrorState error={profile.error} retry={() => void profile.refetch()} />
  if (!profile.data) return <ListSkeleton rows={3} />
  return <AssignForm profile={profile.data} close={close} done={done} />
}

/** Only what was changed is said: a manager who is dismissed is not shown, and stands there again when they are hired again. */
const changed = (manager: ShownPerson | null, was: ShownPerson | undefined) =>
  manager?.id === was?.id ? {} : { managerId: manager?.id ?? null }

function AssignForm({ profile, close, done }: Omit<AssignDialogProps, 'person'> & { profile: Profile }) {
  const words = useWords(companiesWords)
  const structureWords = useWords(departmentsWords)
  const { id, name, position, kind } = profile
  const was = profile.companyId ? { id: profile.companyId, name: profile.company ?? '' } : null
  const [company, setCompany] = useState<ChosenCompany | null>(was)
  const [manager, setManager] = useState<ShownPerson | null>(profile.manager ?? null)
  const form = useForm({
    initialValues: { name, position, companyId: '', departmentId: profile.department?.id ?? null, managerId: '' },
  })
  const errors = useServerErrors(form, { ...words.rules, ...structureWords.rules })
  const save = useMutation({
    ...people.change.mutationOptions(),
    onMutate: errors.clear,
    onError: errors.show,
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done?.(words.assign.saved)
    },
  })
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate({
          id,
          name: values.name,
          position: values.position,
          ...(kind === 'external'
            ? { companyId: company?.id ?? null }
            : { departmentId: values.departmentId, ...changed(manager, profile.manager) }),
        }),
      )}
    >
      <Stack gap="sm">
        <FormError text={errors.sentence} />
        <TextInput label={words.assign.name} required maxLength={100} {...form.getInputProps('name')} />
        <TextInput label={words.assign.position} maxLength={120} {...form.getInputProps('position')} />
        {kind === 'external' && (
          <CompanyField
            label={words.assign.company}
            description={words.assign.hint}
            value={company}
            onChange={setCompany}
            error={form.errors.companyId}
          />
        )}
        {kind === 'employee' && (
          <>
            <DepartmentField
              label={structureWords.department}
              value={form.values.departmentId}
              onChange={(chosen) => form.setFieldValue('departmentId', chosen)}
              error={form.errors.departmentId}
            />
            <ColleagueField
              label={structureWords.manager}
              besides={id}
              value={manager}
              onChange={setManager}
              error={form.errors.managerId}
            />
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
