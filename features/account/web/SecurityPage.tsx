import { Title } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import { EmailPart } from '../email/web/EmailPart.tsx'
import { PasskeysPart } from '../passkeys/web/PasskeysPart.tsx'
import { SecondFactorPart } from '../second-factor/web/SecondFactorPart.tsx'
import { accountWords } from '../words.ts'
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
        <p className={classes.text}>{words.passwordText}</p>
        <PasswordForm />
      </div>
      <SecondFactorPart />
      <PasskeysPart />
      <EmailPart />
      <div className={classes.part}>
        <Title order={2}>{words.sessions}</Title>
        <SessionList />
      </div>
    </div>
  )
}
