import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PasswordField } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { wayBack } from '#ui/signedOut.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PasskeyButton } from '../passkeys/web/PasskeyButton.tsx'
import { isSecondFactorAsked } from '../second-factor/web/asked.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './SignIn.module.css'
import { stepOf } from './step.ts'
import { useFirstFocus } from './useFirstFocus.ts'

interface WaysInProps {
  /** Where the person goes on, signed in. */
  to: string
  /** Known already, and not to be changed. */
  email?: string
}

/** Address and password, a passkey, and what leads to the other ways. */
export function WaysIn({ to, email }: WaysInProps) {
  const { signIn: words, phone } = useWords(accountWords)
  const ways = useQuery(account.waysIn.queryOptions())
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: email ?? '', password: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form, { WRONG_CREDENTIALS: words.wrong })
  const navigate = useNavigate()
  const nextStep = () => void navigate({ to: stepOf('code', to) })
  const signIn = useMutation(
    account.signIn.mutationOptions({
      // Loaded anew, so that nothing of whoever was here before stays in memory.
      onSuccess: () => window.location.assign(wayBack(to)),
      onError: (error) => (isSecondFactorAsked(error) ? nextStep() : errors.show(error)),
    }),
  )
  const send = form.onSubmit((values) => {
    errors.clear()
    signIn.mutate(values)
  })
  return (
    <form onSubmit={send}>
      <Stack gap={14}>
        <FormError text={errors.sentence} />
        <TextInput
          label={ways.data?.phone && !email ? phone.addressOrNumber : words.email}
          inputMode="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
          {...(email ? { readOnly: true } : { ref: firstField })}
        />
        <PasswordField
          label={words.password}
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
          {...(email ? { ref: firstField } : {})}
        />
        <Button type="submit" loading={signIn.isPending || signIn.isSuccess} fullWidth mt={4}>
          {words.act}
        </Button>
        <PasskeyButton
          take={(passkey) => account.signInByPasskey.call({ passkey })}
          done={() => window.location.assign(wayBack(to))}
          failed={(error) => {
            if (isSecondFactorAsked(error)) nextStep()
            return isSecondFactorAsked(error)
          }}
        />
        <div className={classes.ways}>
          {email ? (
            <LinkByMail email={email} to={to} />
          ) : (
            <Anchor component={PageLink} to={stepOf('link', to)} inherit>
              {words.byLink}
            </Anchor>
          )}
          {ways.data?.phone && (
            <Anchor component={PageLink} to={stepOf('phone', to)} inherit>
              {phone.bySignIn}
            </Anchor>
          )}
          <Anchor component={PageLink} to={stepOf('reset', to)} inherit>
            {words.forgot}
          </Anchor>
        </div>
      </Stack>
    </form>
  )
}

/** Sends the link at once, where the address is known. What is said then is the same for every address. */
function LinkByMail({ email, to }: { email: string; to: string }) {
  const { signIn: words, sent } = useWords(accountWords)
  const ask = useMutation(account.sendLink.mutationOptions())
  if (ask.isSuccess)
    return (
      <p className={classes.sent} role="status">
        {sent.text({ email })}
      </p>
    )
  return (
    <Anchor component="button" type="button" disabled={ask.isPending} onClick={() => ask.mutate({ email, to })} inherit>
      {words.byLink}
    </Anchor>
  )
}
