import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'

/** As in platform/contract.ts, which no browser loads; the server has the last word. */
const length = { shortest: 10, longest: 128 }

interface PasswordFieldProps extends PasswordInputProps {
  /** A password that is chosen now, not one that is proved. */
  fresh?: boolean
}

/** A password to type, with what a new one has to be. */
export function PasswordField({ fresh = false, ...rest }: PasswordFieldProps) {
  const words = useWords(portalWords).newPassword
  return (
    <PasswordInput
      autoComplete={fresh ? 'new-password' : 'current-password'}
      visibilityToggleButtonProps={{ 'aria-label': words.show }}
      {...(fresh ? { description: words.hint(length) } : {})}
      {...rest}
    />
  )
}

/** Says what is wrong with a password that is chosen, before the server has to. */
export function usePasswordFault(): (password: string) => string | null {
  const words = useWords(portalWords).newPassword
  return (password) => {
    if (password.length < length.shortest) return words.tooShort(length)
    return password.length > length.longest ? words.tooLong(length) : null
  }
}
