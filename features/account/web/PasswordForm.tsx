import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PasswordField, usePasswordFault } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './Security.module.css'

/** Changes one's own password. */
export function PasswordForm() {
  const words = useWords(accountWords).security
  const me = useMe()
  const form = useForm({ initialValues: { current: '', password: '' }, validate: { password: usePasswordFault() } })
  const errors = useServerErrors(form, {
    'This is not your present password.': words.currentWrong,
    SIGNED_IN_BY_TOKEN: words.byToken,
  })
  const change = useMutation(
    account.changePassword.mutationOptions({
      onSuccess: async () => {
        form.reset()
        await queries.invalidateQueries({ queryKey: account.sessions.key() })
      },
      onError: errors.show,
    }),
  )
  const send = form.onSubmit((values) => {
    errors.clear()
    change.mutate(values)
  })
  return (
    <form className={classes.form} onSubmit={send}>
      <FormError text={errors.sentence} />
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={me.name} readOnly hidden />
      <PasswordField
        className={classes.field}
        label={words.current}
        required
        withAsterisk={false}
        {...form.getInputProps('current')}
      />
      <PasswordField
        fresh
        className={classes.field}
        label={words.next}
        required
        withAsterisk={false}
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={change.isPending}>
        {words.change}
      </Button>
      <Text role="status" c="dimmed">
        {change.isSuccess && words.changed}
      </Text>
    </form>
  )
}
