import { Button, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'

const again = () => queries.invalidateQueries({ queryKey: account.email.key() })

/** One's address on the page of one's security, and the change of it. */
export function EmailPart() {
  const { email: words, phone } = useWords(accountWords)
  const state = useQuery(account.email.queryOptions())
  const form = useForm({ initialValues: { email: '' } })
  const errors = useServerErrors(form, {
    'This is your address already.': words.same,
    'Invalid e-mail address.': words.wrong,
    TOO_MANY_TRIES: words.tooMany,
    DOMAIN_NOT_ALLOWED: words.notTaken,
  })
  const keep = useMutation(account.keepEmail.mutationOptions({ onSuccess: again }))
  const change = useMutation(
    account.changeEmail.mutationOptions({
      onSuccess: async () => {
        form.reset()
        await again()
      },
      onError: errors.show,
    }),
  )
  const send = form.onSubmit((values) => {
    errors.clear()
    change.mutate(values)
  })
  return (
    <div className={classes.part}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.text}>{words.text}</p>
      {state.isError && <ErrorState error={state.error} retry={() => void state.refetch()} />}
      {state.isPending && <ListSkeleton rows={1} />}
      {state.data && (
        <Text className={classes.address}>
          {state.data.email ? words.present({ email: state.data.email }) : phone.noAddress}
        </Text>
      )}
      {state.data?.next && (
        <div className={classes.shown} role="status">
          <Text className={classes.address}>{words.waiting({ email: state.data.next })}</Text>
          <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate(undefined)}>
            {words.keep}
          </Button>
        </div>
      )}
      <form onSubmit={send}>
        <FormError text={errors.sentence} />
        <div className={classes.make}>
          <TextInput
            label={words.next}
            type="email"
            autoComplete="email"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <Button type="submit" loading={change.isPending}>
            {words.act}
          </Button>
        </div>
      </form>
    </div>
  )
}
