import { useInUrl } from '#ui/shell/useInUrl.ts'
import { SignInByPhone } from '../phone/web/SignInByPhone.tsx'
import { ShowSecondFactor } from '../second-factor/web/ShowSecondFactor.tsx'
import { AskForLetter } from './AskForLetter.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The ways in: by password or passkey, by a link that comes by letter or a code that comes by phone, by choosing a new password; and the step that a second factor is. */
export function SignInPage() {
  const [way] = useInUrl('way')
  if (way === 'code') return <ShowSecondFactor />
  if (way === 'phone') return <SignInByPhone />
  return way === 'link' || way === 'reset' ? <AskForLetter key={way} way={way} /> : <SignInForm />
}
