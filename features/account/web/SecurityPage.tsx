import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWords } from '#ui/words/useWords.ts'
import { EmailPart } from '../email/web/EmailPart.tsx'
import { PasskeysPart } from '../passkeys/web/PasskeysPart.tsx'
import { SecondFactorPart } from '../second-factor/web/SecondFactorPart.tsx'
import { FirstPassword } from '../phone/web/FirstPassword.tsx'
import { PhonePart } from '../phone/web/PhonePart.tsx'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import { PasswordForm } from './PasswordForm.tsx'
import classes from './Security.module.css'
import { SessionList } from './SessionList.tsx'

/** How one signs in, with which address, and where one is signed in. */
export function SecurityPage() {
  const words = useWords(accountWords).security
  return (
    <div className={classes.page}>
      <div className={classes.part}>
        <Title order={2}>{words.password}</Title>
        <PasswordPart />
      </div>
      <SecondFactorPart />
      <PasskeysPart />
      <EmailPart />
      <PhonePart />
      <div className={classes.part}>
        <Title order={2}>{words.sessions}</Title>
        <SessionList />
      </div>
    </div>
  )
}

/** Whoever came by letter has a password to change; whoever came by phone chooses a first one. */
function PasswordPart() {
  const words = useWords(accountWords).security
  const state = useQuery(account.phone.queryOptions())
  if (state.data?.hasPassword === false) return <FirstPassword />
  return (
    <>
      <p className={classes.text}>{words.passwordText}</p>
      <PasswordForm />
    </>
  )
}
