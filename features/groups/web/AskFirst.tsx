import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'

interface AskFirstProps {
  opened: boolean
  close: () => void
  title: string
  /** What follows from it, in a sentence or two. */
  text: string
  act: string
  onConfirm: () => void
  busy: boolean
  error: unknown
  /** It closes something to somebody. */
  grave?: boolean
}

/** Says what an act leads to before it is done. */
export function AskFirst({ opened, close, title, text, act, onConfirm, busy, error, grave = false }: AskFirstProps) {
  const words = useWords(groupsWords)
  const controlWords = useWords(uiWords)
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': controlWords.close }}
    >
      <Stack gap="md">
        <FormError text={error ? sentenceOf(error, controlWords, words.rules) : null} />
        <Text size="sm">{text}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.members.cancel}
          </Button>
          <Button onClick={onConfirm} loading={busy} {...(grave ? { color: 'red' } : {})} data-autofocus>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
