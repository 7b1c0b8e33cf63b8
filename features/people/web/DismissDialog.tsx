import { Button, Group, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'
import { people } from './api.ts'

interface Leaving {
  id: string
  name: string
}

interface DismissDialogProps {
  /** Whom it is about; null closes it. */
  person: Leaving | null
  close: () => void
  done?: (person: Leaving) => void
}

/** Asks before somebody is dismissed, and says what that means. */
export function DismissDialog({ person, close, done }: DismissDialogProps) {
  const words = useWords(peopleWords)
  return (
    <Dialog opened={person !== null} close={close} title={words.dismissal.title({ name: person?.name ?? '' })}>
      {person && <Question person={person} close={close} done={done} />}
    </Dialog>
  )
}

function Question({ person, close, done }: DismissDialogProps & { person: Leaving }) {
  const words = useWords(peopleWords)
  const shared = useWords(uiWords)
  const rules = {
    LAST_ADMINISTRATOR_STAYS: words.rules.LAST_ADMINISTRATOR_STAYS,
    NOBODY_DISMISSES_THEMSELVES: words.rules.NOBODY_DISMISSES_THEMSELVES,
  }
  const dismiss = useMutation({
    ...people.dismiss.mutationOptions(),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: people.key() })
      close()
      done?.(person)
    },
  })
  return (
    <Stack gap="sm">
      <FormError text={dismiss.isError ? sentenceOf(dismiss.error, shared, rules) : null} />
      <Text size="sm">{words.dismissal.consequence}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close} data-autofocus>
          {words.dismissal.cancel}
        </Button>
        <Button color="red" loading={dismiss.isPending} onClick={() => dismiss.mutate({ id: person.id })}>
          {words.dismissal.act}
        </Button>
      </Group>
    </Stack>
  )
}
