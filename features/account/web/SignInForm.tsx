import { Stack } from '@mantine/core'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { WaysIn } from './WaysIn.tsx'

/** Address and password, or a passkey. */
export function SignInForm() {
  const { signIn: words } = useWords(accountWords)
  const [to] = useInUrl('to')
  return (
    <Stack gap={14}>
      <PublicTitle title={words.title} />
      <WaysIn to={to} />
    </Stack>
  )
}
