import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { CopyField } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './Security.module.css'

/** Makes a token and shows it, this once. */
export function MakeToken() {
  const words = useWords(accountWords).tokens
  const refusals = useWords(accountWords).security
  const form = useForm({ initialValues: { name: '' } })
  const errors = useServerErrors(form, { TOO_MANY_TOKENS: words.tooMany, SIGNED_IN_BY_TOKEN: refusals.byToken })
  const make = useMutation(
    account.makeToken.mutationOptions({
      onSuccess: () => {
        form.reset()
        return queries.invalidateQueries({ queryKey: account.tokens.key() })
      },
      onError: errors.show,
    }),
  )
  if (make.data)
    return (
      <div className={classes.shown} role="status">
        <Text fw={600}>{words.shown}</Text>
        <CopyField label={words.label} value={make.data.token} />
        <Button variant="default" onClick={() => make.reset()}>
          {words.seen}
        </Button>
      </div>
    )
  const send = form.onSubmit((values) => {
    errors.clear()
    make.mutate(values)
  })
  return (
    <form onSubmit={send}>
      <FormError text={errors.sentence} />
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
        <Button type="submit" loading={make.isPending}>
          {words.make}
        </Button>
      </div>
    </form>
  )
}
