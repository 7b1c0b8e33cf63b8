import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import classes from './SignIn.module.css'
import { stepOf } from './step.ts'
import { useFirstFocus } from './useFirstFocus.ts'

/** Asks for a letter with a link. What is said then is the same for every address, known here or not. */
export function AskForLetter({ way }: { way: 'link' | 'reset' }) {
  const words = useWords(accountWords)
  const own = way === 'link' ? words.askLink : words.askReset
  const [to] = useInUrl('to')
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form)
  const call = way === 'link' ? account.sendLink : account.sendReset
  const ask = useMutation(call.mutationOptions({ onError: errors.show }))
  const back = (
    <div className={classes.ways}>
      <Anchor component={PageLink} to={stepOf(null, to)} inherit>
        {words.signIn.back}
      </Anchor>
    </div>
  )
  if (ask.isSuccess)
    return (
      <Stack gap={14} role="status">
        <PublicTitle
          title={words.sent.title}
          text={<span className={classes.email}>{words.sent.text({ email: ask.variables.email })}</span>}
        />
        <Text c="dimmed">{words.sent.hint}</Text>
        {back}
      </Stack>
    )
  const send = form.onSubmit((values) => {
    errors.clear()
    ask.mutate({ ...values, ...(to ? { to } : {}) })
  })
  return (
    <form onSubmit={send}>
      <Stack gap={14}>
        <PublicTitle title={own.title} text={own.text} />
        <FormError text={errors.sentence} />
        <TextInput
          label={words.signIn.email}
          type="email"
          autoComplete="username"
          ref={firstField}
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <Button type="submit" loading={ask.isPending} fullWidth mt={4}>
          {own.act}
        </Button>
        {back}
      </Stack>
    </form>
  )
}
