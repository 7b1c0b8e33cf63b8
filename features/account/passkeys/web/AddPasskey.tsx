import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'
import { isOfBrowser, makePasskey } from './askPasskey.ts'

/** Adds a passkey, with a name by which one will know it again. */
export function AddPasskey({ added }: { added?: () => void }) {
  const words = useWords(accountWords).passkeys
  const form = useForm({ initialValues: { name: '' } })
  const errors = useServerErrors(form, { PASSKEY_DOES_NOT_HOLD: words.doesNotHold, TOO_MANY_PASSKEYS: words.tooMany })
  const add = useMutation({
    mutationFn: async ({ name }: { name: string }) => account.addPasskey.call({ name, passkey: await makePasskey() }),
    onSuccess: async () => {
      form.reset()
      added?.()
      await queries.invalidateQueries({ queryKey: account.passkeys.key() })
      await queries.invalidateQueries({ queryKey: account.secondFactor.key() })
    },
    onError: (error) => {
      if (!isOfBrowser(error)) errors.show(error)
    },
  })
  const send = form.onSubmit((values) => {
    errors.clear()
    add.mutate(values)
  })
  return (
    <form onSubmit={send}>
      <FormError text={isOfBrowser(add.error) ? words.failed : errors.sentence} />
      <div className={classes.make}>
        <TextInput
          label={words.name}
          placeholder={words.namePlaceholder}
          maxLength={100}
          autoComplete="off"
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
        <Button type="submit" loading={add.isPending}>
          {words.add}
        </Button>
      </div>
    </form>
  )
}
