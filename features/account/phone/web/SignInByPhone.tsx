import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { wayBack } from '#ui/signedOut.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { isSecondFactorAsked } from '../../second-factor/web/asked.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/SignIn.module.css'
import { stepOf } from '../../web/step.ts'
import { useFirstFocus } from '../../web/useFirstFocus.ts'
import { accountWords } from '../../words.ts'

/** Signs in by a number and the code that comes to it. What is said after the first step is the same for every number, known here or not. */
export function SignInByPhone() {
  const { phone: words, signIn } = useWords(accountWords)
  const { language } = useLanguage()
  const [to] = useInUrl('to')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const form = useForm({ initialValues: { number: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form, { 'Invalid mobile number.': words.wrongNumber, TOO_MANY_TRIES: words.tooMany })
  const ask = useMutation(
    account.sendCode.mutationOptions({ onSuccess: (_, { number }) => setSentTo(number), onError: errors.show }),
  )
  if (sentTo !== null) return <TypeCode number={sentTo} again={() => setSentTo(null)} />
  return (
    <form
      onSubmit={form.onSubmit(({ number }) => {
        errors.clear()
        ask.mutate({ number, language })
      })}
    >
      <Stack gap={14}>
        <PublicTitle title={words.signInTitle} text={words.signInText} />
        <FormError text={errors.sentence} />
        <TextInput
          label={words.number}
          description={words.numberHint}
          type="tel"
          autoComplete="tel"
          ref={firstField}
          required
          withAsterisk={false}
          {...form.getInputProps('number')}
        />
        <Button type="submit" loading={ask.isPending} fullWidth mt={4}>
          {words.send}
        </Button>
        <div className={classes.ways}>
          <Anchor component={PageLink} to={stepOf(null, to)} inherit>
            {signIn.back}
          </Anchor>
        </div>
      </Stack>
    </form>
  )
}

function TypeCode({ number, again }: { number: string; again: () => void }) {
  const words = useWords(accountWords).phone
  const { language } = useLanguage()
  const [to] = useInUrl('to')
  const navigate = useNavigate()
  const form = useForm({ initialValues: { code: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form, { WRONG_CODE: words.wrongCode, TOO_MANY_TRIES: words.tooMany })
  const signIn = useMutation(
    account.signInByCode.mutationOptions({
      onSuccess: () => window.location.assign(wayBack(to)),
      onError: (error) => (isSecondFactorAsked(error) ? void navigate({ to: stepOf('code', to) }) : errors.show(error)),
    }),
  )
  return (
    <form
      onSubmit={form.onSubmit(({ code }) => {
        errors.clear()
        signIn.mutate({ number, code, language })
      })}
    >
      <Stack gap={14}>
        <PublicTitle title={words.signInTitle} />
        <Text role="status">{words.sent({ number })}</Text>
        <FormError text={errors.sentence} />
        <TextInput
          label={words.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          ref={firstField}
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={signIn.isPending || signIn.isSuccess} fullWidth mt={4}>
          {words.enter}
        </Button>
        <div className={classes.ways}>
          <Anchor component="button" type="button" onClick={again} inherit>
            {words.again}
          </Anchor>
        </div>
      </Stack>
    </form>
  )
}
