import { Button, Checkbox, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { languages, type Language } from '#ui/words/catalogue.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import { namesOfLanguages } from './languages.ts'
import { PasswordField, usePasswordFault } from './PasswordField.tsx'
import classes from './SetUpForm.module.css'

/** How a code is written; no word in any language. */
const codeShape = 'XXXX-XXXX'

/** Asks for the code from the terminal, the portal's name and its first administrator; who sends it is signed in. */
export function SetUpForm() {
  const words = useWords(portalWords).setUp
  const { language, speak } = useLanguage()
  const passwordFault = usePasswordFault()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '', portal: '', name: '', email: '', password: '', sample: false },
    validate: { password: passwordFault },
  })
  const errors = useServerErrors(form, { WRONG_CODE: words.wrongCode })
  const setUp = useMutation(
    portal.setUp.mutationOptions({
      // Loaded anew, so that the whole portal begins with its name and with who is signed in.
      onSuccess: (_done, { sample }) => window.location.assign(sample ? '/welcome' : '/'),
      onError: errors.show,
    }),
  )
  const send = form.onSubmit((values) => {
    errors.clear()
    setUp.mutate({ ...values, language })
  })
  return (
    <form onSubmit={send}>
      <Stack gap={14}>
        <PublicTitle title={words.title} text={words.text} />
        <FormError text={errors.sentence} />
        <TextInput
          label={words.code}
          description={words.codeHint}
          placeholder={codeShape}
          className={classes.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          withAsterisk={false}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={words.portal}
          description={words.portalHint}
          autoComplete="organization"
          required
          withAsterisk={false}
          {...form.getInputProps('portal')}
        />
        <Select
          label={words.language}
          data={languages.map((value) => ({ value, label: namesOfLanguages[value] }))}
          value={language}
          onChange={(chosen) => speak(chosen as Language)}
          allowDeselect={false}
        />
        <fieldset className={classes.you}>
          <legend>{words.you}</legend>
          <TextInput
            label={words.name}
            autoComplete="name"
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={words.email}
            description={words.emailHint}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...form.getInputProps('email')}
          />
          <PasswordField
            fresh
            label={words.password}
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
        </fieldset>
        <Checkbox
          className={classes.sample}
          label={words.sample}
          description={words.sampleHint}
          {...form.getInputProps('sample', { type: 'checkbox' })}
        />
        <Button type="submit" loading={setUp.isPending} fullWidth>
          {words.act}
        </Button>
      </Stack>
    </form>
  )
}
