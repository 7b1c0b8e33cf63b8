import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { CopyField } from '#features/portal/web/door.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import { accountWords } from '../../words.ts'
import { QrCode } from './QrCode.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import classes from './SecondFactor.module.css'

/** Sets codes from an app up: the secret, a first code, the recovery codes. `done` when those are kept. */
export function SetUpCodes({ done }: { done: () => void }) {
  const words = useWords(accountWords).secondFactor
  const form = useForm({ initialValues: { code: '' } })
  const errors = useServerErrors(form, { 'This code does not fit, or has been used.': words.codeWrong })
  const start = useMutation(account.startSecondFactor.mutationOptions())
  const confirm = useMutation(account.confirmSecondFactor.mutationOptions({ onError: errors.show }))
  const { mutate: begin } = start
  useEffect(() => begin(undefined), [begin])
  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} done={done} />
  if (start.isError) return <ErrorState error={start.error} retry={() => begin(undefined)} />
  if (!start.data) return <ListSkeleton rows={3} />
  const { secret, url } = start.data
  const send = form.onSubmit((values) => {
    errors.clear()
    confirm.mutate(values)
  })
  return (
    <form className={classes.steps} onSubmit={send}>
      <Text>{words.scan}</Text>
      <QrCode text={url} label={words.picture} className={classes.picture} />
      <CopyField label={words.byHand} value={secret.replace(/(.{4})(?=.)/g, '$1 ')} />
      <FormError text={errors.sentence} />
      <TextInput
        label={words.first}
        description={words.firstHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        required
        withAsterisk={false}
        {...form.getInputProps('code')}
      />
      <Button type="submit" loading={confirm.isPending}>
        {words.turnOn}
      </Button>
    </form>
  )
}
