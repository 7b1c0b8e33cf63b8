import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'

/** Asks before somebody is dismissed, and says what that means. */
export function DismissDialog({ person, close }: { person: { id: string; name: string } | null; close: () => void }) {
  const { dismissal } = useWords(peopleWords)
  return (
    <Modal opened={person !== null} onClose={close} title={dismissal.title({ name: person?.name ?? '' })} centered>
      {person && <Question id={person.id} close={close} />}
    </Modal>
  )
}

function Question({ id, close }: { id: string; close: () => void }) {
  const { dismissal, rules } = useWords(peopleWords)
  const shared = useWords(uiWords)
  const dismiss = useMutation({
    ...people.dismiss.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
    },
  })
  return (
    <Stack gap="sm">
      <FormError text={dismiss.isError ? sentenceOf(dismiss.error, shared, rules) : null} />
      <Text size="sm">{dismissal.consequence}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close} data-autofocus>
          {dismissal.cancel}
        </Button>
        <Button color="red" loading={dismiss.isPending} onClick={() => dismiss.mutate({ id })}>
          {dismissal.act}
        </Button>
      </Group>
    </Stack>
  )
}
