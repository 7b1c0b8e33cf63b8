import { useInUrl } from '#ui/shell/useInUrl.ts'
import { AskForLetter } from './AskForLetter.tsx'
import { SignInForm } from './SignInForm.tsx'

/** The ways in: by password, by a link that comes by letter, by choosing a new password. */
export function SignInPage() {
  const [way] = useInUrl('way')
  return way === 'link' || way === 'reset' ? <AskForLetter key={way} way={way} /> : <SignInForm />
}
