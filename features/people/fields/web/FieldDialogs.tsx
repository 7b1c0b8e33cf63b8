import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Field } from '../contract.ts'
import { fieldsWords } from '../words.ts'
import { FieldForm } from './FieldForm.tsx'
import { fieldName } from './fieldName.ts'

/** What an administrator is about to do with a field. */
export type AskedField = { act: 'add' } | { act: 'edit' | 'remove'; field: Field }

/** The one question that is open about a field. */
export function FieldDialogs({ asked, close }: { asked: AskedField | null; close: () => void }) {
  const words = useWords(fieldsWords)
  const { language } = useLanguage()
  const title =
    asked?.act === 'remove'
      ? words.removeTitle({ name: fieldName(asked.field.names, language) })
      : asked?.act === 'edit'
        ? words.edit
        : words.add
  return (
    <Dialog opened={asked !== null} close={close} title={title}>
      {asked?.act === 'add' && <FieldForm field={null} close={close} />}
      {asked?.act === 'edit' && <FieldForm field={asked.field} close={close} />}
      {asked?.act === 'remove' && <RemoveForm field={asked.field} close={close} />}
    </Dialog>
  )
}

function RemoveForm({ field, close }: { field: Field; close: () => void }) {
  const words = useWords(fieldsWords)
  const shared = useWords(uiWords)
  const remove = useMutation({
    ...people.fields.remove.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
    },
  })
  return (
    <Stack gap="sm">
      <Text size="sm">{words.removeText}</Text>
      <FormError text={remove.isError ? sentenceOf(remove.error, shared, words.rules) : null} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: field.id })}>
          {words.remove}
        </Button>
      </Group>
    </Stack>
  )
}
