import { Button, Group } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { movingWords } from '../words.ts'

interface FormFootProps {
  act: string
  grave: boolean
  pending: boolean
  close: () => void
}

/** The end of a form about somebody's standing: back, or do it. */
export function FormFoot({ act, grave, pending, close }: FormFootProps) {
  const words = useWords(movingWords)
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={close}>
        {words.cancel}
      </Button>
      <Button type="submit" loading={pending} {...(grave ? { color: 'red' } : {})}>
        {act}
      </Button>
    </Group>
  )
}
