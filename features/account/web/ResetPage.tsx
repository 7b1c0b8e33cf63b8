import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PasswordField, usePasswordFault } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import { isSpent, SpentLink } from './SpentLink.tsx'
import { stepOf } from './step.ts'
import { useFirstFocus } from './useFirstFocus.ts'

/** Chooses a new password with the link of a letter. */
export function ResetPage({ params }: PageProps) {
  const { reset: words, signIn } = useWords(accountWords)
  const [to] = useInUrl('to')
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: usePasswordFault() },
  })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form)
  const reset = useMutation(account.resetPassword.mutationOptions({ onError: errors.show }))
  if (isSpent(reset.error)) return <SpentLink way="reset" to={to} />
  if (reset.isSuccess)
    return (
      <Stack gap={14} role="status">
        <PublicTitle title={words.done} text={words.doneText} />
        <Button component={PageLink} to={stepOf(null, to)} fullWidth>
          {signIn.act}
        </Button>
      </Stack>
    )
  const send = form.onSubmit(({ password }) => {
    errors.clear()
    reset.mutate({ token: params.token ?? '', password })
  })
  return (
    <form onSubmit={send}>
      <Stack gap={14}>
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
      </Stack>
    </form>
  )
}
