import { Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'

const again = () => queries.invalidateQueries({ queryKey: account.phone.key() })

/** The number one signs in with on the page of one's security, the change of it, and the end of it. */
export function PhonePart() {
  const words = useWords(accountWords).phone
  const state = useQuery(account.phone.queryOptions())
  return (
    <div className={classes.part}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.text}>{words.text}</p>
      {state.isError && <ErrorState error={state.error} retry={() => void state.refetch()} />}
      {state.isPending && <ListSkeleton rows={1} />}
      {state.data && (
        <Group gap="sm">
          <Text className={classes.address}>
            {state.data.number ? words.present({ number: state.data.number }) : words.none}
          </Text>
          {state.data.number && <Remove />}
        </Group>
      )}
      {state.data?.next && <Confirm number={state.data.next} />}
      <Change />
    </div>
  )
}

function Change() {
  const words = useWords(accountWords).phone
  const form = useForm({ initialValues: { number: '' } })
  const errors = useServerErrors(form, {
    'Invalid mobile number.': words.wrongNumber,
    'This is your number already.': words.same,
    TOO_MANY_TRIES: words.tooMany,
  })
  const change = useMutation(
    account.changePhone.mutationOptions({
      onSuccess: async () => {
        form.reset()
        await again()
      },
      onError: errors.show,
    }),
  )
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        change.mutate(values)
      })}
    >
      <FormError text={errors.sentence} />
      <div className={classes.make}>
        <TextInput
          label={words.next}
          type="tel"
          autoComplete="tel"
          required
          withAsterisk={false}
          {...form.getInputProps('number')}
        />
        <Button type="submit" loading={change.isPending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}

function Confirm({ number }: { number: string }) {
  const words = useWords(accountWords).phone
  const form = useForm({ initialValues: { code: '' } })
  const errors = useServerErrors(form, {
    'This code does not fit, or is too old.': words.wrongCode,
    NUMBER_TAKEN: words.taken,
    TOO_MANY_TRIES: words.tooMany,
  })
  const confirm = useMutation(account.confirmPhone.mutationOptions({ onSuccess: again, onError: errors.show }))
  return (
    <form
      className={classes.shown}
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        confirm.mutate(values)
      })}
    >
      <Text role="status">{words.waiting({ number })}</Text>
      <FormError text={errors.sentence} />
      <div className={classes.make}>
        <TextInput
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={confirm.isPending}>
          {words.confirm}
        </Button>
      </div>
    </form>
  )
}

function Remove() {
  const words = useWords(accountWords).phone
  const general = useWords(uiWords)
  const [asking, ask] = useState(false)
  const remove = useMutation(
    account.removePhone.mutationOptions({
      onSuccess: async () => {
        ask(false)
        await again()
      },
    }),
  )
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => ask(true)}>
        {words.remove}
      </Button>
      <Dialog opened={asking} close={() => ask(false)} title={words.removeTitle}>
        <FormError text={remove.isError ? sentenceOf(remove.error, general, { ONLY_WAY_IN: words.onlyWay }) : null} />
        <Text>{words.removeText}</Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => ask(false)}>
            {words.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {words.remove}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
