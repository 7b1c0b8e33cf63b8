import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PasswordField } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { useMe } from '#ui/me.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../../words.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/SignIn.module.css'

/** Shows by one's password that it is oneself. */
export function ProofByPassword({ done }: { done: () => void }) {
  const { proof: words, security, signIn } = useWords(accountWords)
  const me = useMe()
  const form = useForm({ initialValues: { password: '' } })
  const errors = useServerErrors(form, { 'This is not your present password.': security.currentWrong })
  const prove = useMutation(account.prove.mutationOptions({ onSuccess: done, onError: errors.show }))
  const send = form.onSubmit((values) => {
    errors.clear()
    prove.mutate(values)
  })
  return (
    <form className={classes.form} onSubmit={send}>
      <FormError text={errors.sentence} />
      {/* Tells password managers whose password this is. */}
      <input type="text" autoComplete="username" value={me.name} readOnly hidden />
      <PasswordField
        label={signIn.password}
        required
        withAsterisk={false}
        data-autofocus
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={prove.isPending} fullWidth>
        {words.act}
      </Button>
    </form>
  )
}
