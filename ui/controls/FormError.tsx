import { Alert } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'

/** One sentence above a form about why it was not taken; nothing while there is none. */
export function FormError({ text }: { text: string | null }) {
  if (!text) return null
  return (
    <Alert role="alert" color="red" icon={<IconAlertCircle size={18} aria-hidden />} p="xs">
      {text}
    </Alert>
  )
}
