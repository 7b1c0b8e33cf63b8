import { Button, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { PasswordField, usePasswordFault } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'

/** Takes a first password of somebody who came by phone and has none. */
export function FirstPassword() {
  const { phone: words, security } = useWords(accountWords)
  const form = useForm({ initialValues: { password: '' }, validate: { password: usePasswordFault() } })
  const errors = useServerErrors(form)
  const choose = useMutation(
    account.choosePassword.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: account.phone.key() }),
      onError: errors.show,
    }),
  )
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        choose.mutate(values)
      })}
    >
      <Text>{words.firstPassword}</Text>
      <FormError text={errors.sentence} />
      <PasswordField
        fresh
        className={classes.field}
        label={security.next}
        required
        withAsterisk={false}
        {...form.getInputProps('password')}
      />
      <Button type="submit" loading={choose.isPending}>
        {words.choose}
      </Button>
    </form>
  )
}
