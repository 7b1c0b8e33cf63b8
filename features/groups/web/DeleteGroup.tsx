import { Button, Group as Line, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { useArchiving } from './useArchiving.ts'

/** Asks for the name of a group before it is deleted for good. */
export function DeleteGroup({ group, close }: { group: Group; close: () => void }) {
  const words = useWords(groupsWords)
  const removing = words.closing.remove
  const { remove } = useArchiving()
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === group.name ? null : removing.wrongName) },
  })
  const errors = useServerErrors(form, words.rules)
  return (
    <Dialog opened close={close} title={removing.ask({ name: group.name })}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ name }) => {
          errors.clear()
          remove.mutate({ id: group.id, name }, { onError: errors.show })
        })}
      >
        <Stack gap="md">
          <FormError text={errors.sentence} />
          <Text size="sm">{removing.text}</Text>
          <TextInput
            label={removing.type}
            description={removing.typeHint({ name: group.name })}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Line justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {words.members.cancel}
            </Button>
            <Button type="submit" color="red" loading={remove.isPending}>
              {removing.confirm}
            </Button>
          </Line>
        </Stack>
      </form>
    </Dialog>
  )
}
