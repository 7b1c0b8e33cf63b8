import { Button, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { exportsWords } from '../words.ts'
import { isBeingMade, useExports, useMakeRecord } from './useExports.ts'
import { ReaderField } from './ReaderField.tsx'

interface Values {
  reader: ShownPerson | null
  from: string
  to: string
}

/** For whom a record is made and of which days. What was chosen stays when it is refused. */
export function RecordForm({ groupId, external }: { groupId: string; external: boolean }) {
  const words = useWords(exportsWords)
  const busy = useExports(groupId).data?.items.some(isBeingMade) ?? false
  const form = useForm<Values>({
    initialValues: { reader: null, from: '', to: '' },
    validate: { to: (to, { from }) => (to && from && to < from ? words.record.endsTooEarly : null) },
  })
  const errors = useServerErrors(form, { ...words.rules, ...words.fields })
  const make = useMakeRecord()
  const { reader } = form.values
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ from, to }) => {
        errors.clear()
        make.mutate(
          { id: groupId, ...(reader ? { personId: reader.id } : {}), from: from || null, to: to || null },
          { onError: errors.show },
        )
      })}
    >
      <Stack gap="md" align="stretch">
        <FormError text={errors.sentence} />
        {external && (
          <ReaderField groupId={groupId} value={reader} onChange={(person) => form.setFieldValue('reader', person)} />
        )}
        <SimpleGrid cols={2} spacing="sm">
          <TextInput type="date" label={words.record.from} {...form.getInputProps('from')} />
          <TextInput type="date" label={words.record.to} {...form.getInputProps('to')} />
        </SimpleGrid>
        <Text size="sm" c="dimmed" mt={-8}>
          {words.record.periodHint}
        </Text>
        <Button type="submit" variant="default" loading={make.isPending} disabled={busy} style={{ alignSelf: 'start' }}>
          {reader ? (
            <span>
              {words.record.give} <PersonName person={reader} />
            </span>
          ) : (
            words.record.make
          )}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {busy ? words.record.begun : ''}
        </Text>
      </Stack>
    </form>
  )
}
