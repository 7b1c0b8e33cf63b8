import { Anchor, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { failureOf } from '#ui/errors.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { wayBack } from '#ui/signedOut.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { PasskeyButton } from '../../passkeys/web/PasskeyButton.tsx'
import { account } from '../../web/api.ts'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import classes from '../../web/SignIn.module.css'
import { useFirstFocus } from '../../web/useFirstFocus.ts'
import { accountWords } from '../../words.ts'

/** The step between a right password or link and being signed in: the second factor. */
export function ShowSecondFactor() {
  const { secondFactor: words, signIn } = useWords(accountWords)
  const [to] = useInUrl('to')
  const ways = useQuery(account.secondFactorWays.queryOptions({ retry: false }))
  const form = useForm({ mode: 'uncontrolled', initialValues: { code: '' } })
  const firstField = useFirstFocus()
  const errors = useServerErrors(form, {
    'This code does not fit, or has been used.': words.codeWrong,
    UNAUTHORIZED: words.anew,
  })
  // Loaded anew, as after every sign-in.
  const goOn = () => window.location.assign(wayBack(to))
  const show = useMutation(account.showSecondFactor.mutationOptions({ onSuccess: goOn, onError: errors.show }))
  const send = form.onSubmit((values) => {
    errors.clear()
    show.mutate(values)
  })
  const over = failureOf(ways.error) === 'signedOut'
  return (
    <div className={classes.form}>
      <form className={classes.form} onSubmit={send}>
        <PublicTitle title={words.showTitle} text={words.showText} />
        <FormError text={errors.sentence ?? (over ? words.anew : null)} />
        <TextInput
          label={words.code}
          ref={firstField}
          autoComplete="one-time-code"
          maxLength={60}
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={show.isPending || show.isSuccess} fullWidth>
          {signIn.act}
        </Button>
      </form>
      {ways.data?.passkey && (
        <PasskeyButton take={(passkey) => account.showSecondFactor.call({ passkey })} done={goOn} />
      )}
      <div className={classes.ways}>
        <Anchor component={PageLink} to="/sign-in" inherit>
          {signIn.back}
        </Anchor>
      </div>
    </div>
  )
}
