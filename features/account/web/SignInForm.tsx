import { Anchor, Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { PasswordField } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { wayBack } from '#ui/signedOut.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PasskeyButton } from '../passkeys/web/PasskeyButton.tsx'
import { isSecondFactorAsked, secondFactorStep } from '../second-factor/web/asked.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './SignIn.module.css'
import { useFirstFocus } from './useFirstFocus.ts'

/** Address and password, or a passkey. */
export function SignInForm() {
  const { signIn: words, phone } = useWords(accountWords)
  const ways = useQuery(account.waysIn.queryOptions())
  const [to] = useInUrl('to')
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form, { WRONG_CREDENTIALS: words.wrong })
  const navigate = useNavigate()
  const nextStep = () => void navigate({ to: secondFactorStep(to) })
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
  const other = (way: string): string => `/sign-in?way=${way}${to ? `&to=${encodeURIComponent(to)}` : ''}`
  return (
    <form onSubmit={send}>
      <Stack gap={14}>
        <PublicTitle title={words.title} />
        <FormError text={errors.sentence} />
        <TextInput
          label={ways.data?.phone ? phone.addressOrNumber : words.email}
          inputMode="email"
          autoComplete="username"
          ref={firstField}
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <PasswordField label={words.password} required withAsterisk={false} {...form.getInputProps('password')} />
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
          <Anchor component={PageLink} to={other('link')} inherit>
            {words.byLink}
          </Anchor>
          {ways.data?.phone && (
            <Anchor component={PageLink} to={other('phone')} inherit>
              {phone.bySignIn}
            </Anchor>
          )}
          <Anchor component={PageLink} to={other('reset')} inherit>
            {words.forgot}
          </Anchor>
        </div>
      </Stack>
    </form>
  )
}
