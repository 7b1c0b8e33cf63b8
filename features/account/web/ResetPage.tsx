import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PasswordField, usePasswordFault } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import { PublicTitle } from './PublicTitle.tsx'
import classes from './SignIn.module.css'
import { isSpent, SpentLink } from './SpentLink.tsx'
import { useFirstFocus } from './useFirstFocus.ts'

/** Chooses a new password with the link of a letter. */
export function ResetPage({ params }: PageProps) {
  const { reset: words, signIn } = useWords(accountWords)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: usePasswordFault() },
  })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form)
  const reset = useMutation(account.resetPassword.mutationOptions({ onError: errors.show }))
  if (isSpent(reset.error)) return <SpentLink way="reset" />
  if (reset.isSuccess)
    return (
      <div className={classes.form} role="status">
        <PublicTitle title={words.done} text={words.doneText} />
        <Button component={PageLink} to="/sign-in" fullWidth>
          {signIn.act}
        </Button>
      </div>
    )
  const send = form.onSubmit(({ password }) => {
    errors.clear()
    reset.mutate({ token: params.token ?? '', password })
  })
  return (
    <form className={classes.form} onSubmit={send}>
      <PublicTitle title={words.title} text={words.text} />
      <FormError text={errors.sentence} />
      <PasswordField
        fresh
        label={words.password}
        ref={firstField}
        required
        withAsterisk={false}
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={reset.isPending} fullWidth mt={4}>
        {words.act}
      </Button>
    </form>
  )
}
