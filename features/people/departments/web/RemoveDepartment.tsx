import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { people } from '../../web/api.ts'
import type { Department } from '../contract.ts'
import { departmentsWords } from '../words.ts'

interface RemoveDepartmentProps {
  department: Department
  /** Where its people go; null is no department. */
  parent: Department | null
  close: () => void
  done: (sentence: string) => void
}

/** Says what becomes of its people, and removes a department. */
export function RemoveDepartment({ department, parent, close, done }: RemoveDepartmentProps) {
  const words = useWords(departmentsWords)
  const shared = useWords(uiWords)
  const remove = useMutation({
    ...people.departments.remove.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done(words.removed({ name: department.name }))
    },
  })
  return (
    <Stack gap="sm">
      <Text size="sm">{parent ? words.removeInto({ parent: parent.name }) : words.removeTop}</Text>
      <FormError text={remove.error ? sentenceOf(remove.error, shared, words.rules) : null} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ id: department.id })}>
          {words.remove}
        </Button>
      </Group>
    </Stack>
  )
}
