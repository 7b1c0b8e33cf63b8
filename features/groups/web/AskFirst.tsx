import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { Named } from '#ui/controls/Named.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import classes from './AskFirst.module.css'

interface AskFirstProps {
  opened: boolean
  close: () => void
  title: string
  /** Whom the title names: the name in it carries its marks. */
  about?: ShownPerson | null | undefined
  /** What follows from it, in a sentence or two. */
  text: ReactNode
  act: string
  onConfirm: () => void
  busy: boolean
  error: unknown
  /** It closes something to somebody. */
  grave?: boolean
}

/** Says what an act leads to before it is done. */
export function AskFirst({
  opened,
  close,
  title,
  about,
  text,
  act,
  onConfirm,
  busy,
  error,
  grave = false,
}: AskFirstProps) {
  const words = useWords(groupsWords)
  const controlWords = useWords(uiWords)
  return (
    <Modal.Root opened={opened} onClose={close} centered>
      <Modal.Overlay backgroundOpacity={0.28} />
      <Modal.Content>
        <Modal.Body p="lg">
          <Stack gap="md">
            <Modal.Title className={classes.title}>
              <Named person={about}>{title}</Named>
            </Modal.Title>
            <FormError text={error ? sentenceOf(error, controlWords, words.rules) : null} />
            <Text size="sm" component="div">
              {text}
            </Text>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {words.members.cancel}
              </Button>
              <Button onClick={onConfirm} loading={busy} {...(grave ? { color: 'red' } : {})} data-autofocus>
                {act}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
