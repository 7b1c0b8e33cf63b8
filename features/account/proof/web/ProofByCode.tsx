import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/SignIn.module.css'
import { accountWords } from '../../words.ts'

/** Shows by a code (from an app, for recovery, from a letter) that it is oneself. */
export function ProofByCode({ description, done }: { description?: string; done: () => void }) {
  const { proof: words, secondFactor } = useWords(accountWords)
  const form = useForm({ initialValues: { code: '' } })
  const errors = useServerErrors(form, { 'This code does not fit, or has been used.': secondFactor.codeWrong })
  const prove = useMutation(account.prove.mutationOptions({ onSuccess: done, onError: errors.show }))
  const send = form.onSubmit((values) => {
    errors.clear()
    prove.mutate(values)
  })
  return (
    <form className={classes.form} onSubmit={send}>
      <FormError text={errors.sentence} />
      <TextInput
        label={secondFactor.code}
        description={description}
        autoComplete="one-time-code"
        maxLength={60}
        required
        withAsterisk={false}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <Button type="submit" loading={prove.isPending} fullWidth>
        {words.act}
      </Button>
    </form>
  )
}
