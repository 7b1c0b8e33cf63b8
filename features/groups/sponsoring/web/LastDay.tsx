import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { fieldErrorsOf, sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groups } from '../../web/api.ts'
import { sponsoringWords } from '../words.ts'

interface LastDayProps {
  groupId: string
  person: ShownPerson
  until: string | null
  opened: boolean
  close: () => void
}

/** Says until when somebody from outside is let into a group; empty is for as long as they stay. */
export function LastDay({ opened, close, person, ...rest }: LastDayProps) {
  const words = useWords(sponsoringWords)
  return (
    <Dialog opened={opened} close={close} title={words.day.title({ name: person.name })} about={person}>
      <DayForm person={person} close={close} {...rest} />
    </Dialog>
  )
}

function DayForm({ groupId, person, until, close }: Omit<LastDayProps, 'opened'>) {
  const words = useWords(sponsoringWords)
  const shared = useWords(uiWords)
  const [day, setDay] = useState(until ?? '')
  const save = useMutation({
    ...groups.renew.mutationOptions(),
    async onSuccess() {
      close()
      await queries.invalidateQueries({ queryKey: groups.key() })
    },
  })
  const wrong = save.error ? fieldErrorsOf(save.error, shared, words.rules).until : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ id: groupId, personId: person.id, until: day || null })
      }}
    >
      <Stack gap="md">
        <FormError text={save.error && !wrong ? sentenceOf(save.error, shared, words.rules) : null} />
        <TextInput
          type="date"
          label={words.day.label}
          description={words.day.hint}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={wrong}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {words.day.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
