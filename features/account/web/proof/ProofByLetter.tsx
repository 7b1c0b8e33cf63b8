import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../../words.ts'
import { account } from '../api.ts'
import classes from '../SignIn.module.css'

/** Shows by a code from a letter that it is oneself: for somebody without a password. */
export function ProofByLetter({ done }: { done: () => void }) {
  const words = useWords(accountWords).proof
  const general = useWords(uiWords)
  const form = useForm({ initialValues: { code: '' } })
  const errors = useServerErrors(form, { 'This code does not fit, or is too old.': words.codeWrong })
  const ask = useMutation(account.sendProofCode.mutationOptions())
  const prove = useMutation(account.prove.mutationOptions({ onSuccess: done, onError: errors.show }))
  if (!ask.isSuccess)
    return (
      <div className={classes.form}>
        <FormError text={ask.isError ? sentenceOf(ask.error, general) : null} />
        <Text>{words.letterText}</Text>
        <Button loading={ask.isPending} onClick={() => ask.mutate(undefined)} data-autofocus fullWidth>
          {words.sendLetter}
        </Button>
      </div>
    )
  const send = form.onSubmit((values) => {
    errors.clear()
    prove.mutate(values)
  })
  return (
    <form className={classes.form} onSubmit={send}>
      <Text role="status">{words.letterSent}</Text>
      <FormError text={errors.sentence} />
      <TextInput
        label={words.code}
        autoComplete="one-time-code"
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
