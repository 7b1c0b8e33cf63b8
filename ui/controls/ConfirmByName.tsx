import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { uiWords } from '../words.ts'
import { useWords } from '../words/useWords.ts'
import { Dialog } from './Dialog.tsx'

interface ConfirmByNameProps {
  opened: boolean
  close: () => void
  title: string
  /** What will be gone, in one or two sentences. */
  children: ReactNode
  /** What has to be typed. */
  name: string
  /** What the button says: "Delete the group". */
  act: string
  onConfirm: () => void
  busy?: boolean
}

/** Asks to type a name before what cannot be undone. */
export function ConfirmByName(props: ConfirmByNameProps) {
  return (
    <Dialog opened={props.opened} close={props.close} title={props.title}>
      {props.opened && <NameForm {...props} />}
    </Dialog>
  )
}

function NameForm({ close, children, name, act, onConfirm, busy = false }: ConfirmByNameProps) {
  const words = useWords(uiWords)
  const [typed, setTyped] = useState('')
  const right = typed.trim() === name.trim()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (right) onConfirm()
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{children}</Text>
        <TextInput
          label={words.confirm.typeName({ name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.confirm.cancel}
          </Button>
          <Button type="submit" color="red" disabled={!right} loading={busy}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
