import { Button, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { portal } from '../../web/api.ts'
import { portalWords } from '../../words.ts'
import classes from './SmsPart.module.css'

/** How text messages leave, one to try it with, and those that did not leave. */
export function SmsPart() {
  const words = useWords(portalWords).sms
  const state = useQuery(portal.sms.queryOptions())
  if (state.isError) return <ErrorState error={state.error} retry={() => void state.refetch()} />
  if (!state.data) return <ListSkeleton rows={2} />
  const { gateway, failures } = state.data
  return (
    <section className={classes.part}>
      <Title order={3}>{words.title}</Title>
      <Text size="sm">{gateway ? words.sent({ host: gateway }) : words.kept}</Text>
      <TryIt />
      {failures.length > 0 && (
        <>
          <Title order={4}>{words.failures}</Title>
          <ul className={classes.failures}>
            {failures.map(({ at, to, reason }) => (
              <li key={at.toISOString()}>
                <span className={classes.number}>{to}</span> · <TimeAgo at={at} />
                <div lang="en">{reason}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function TryIt() {
  const words = useWords(portalWords).sms
  const form = useForm({ initialValues: { number: '' } })
  const errors = useServerErrors(form, {
    'Invalid mobile number.': words.wrong,
    MESSAGE_NOT_TAKEN: words.notTaken,
    TOO_MANY_TRIES: words.tooMany,
  })
  const attempt = useMutation(
    portal.trySms.mutationOptions({
      onError: errors.show,
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: portal.sms.key() }),
          queries.invalidateQueries({ queryKey: portal.mail.key() }),
        ]),
    }),
  )
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        attempt.mutate(values)
      })}
    >
      <FormError text={errors.sentence} />
      <div className={classes.attempt}>
        <TextInput
          label={words.number}
          type="tel"
          autoComplete="tel"
          required
          withAsterisk={false}
          {...form.getInputProps('number')}
        />
        <Button type="submit" variant="default" loading={attempt.isPending}>
          {words.attempt}
        </Button>
      </div>
      <Text size="sm" c="dimmed" role="status">
        {attempt.isSuccess ? words.done : ''}
      </Text>
    </form>
  )
}
