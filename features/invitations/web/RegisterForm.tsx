import { Button, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'

const leastPassword = 10

interface RegisterFormProps {
  token: string
  email: string
  /** What somebody said that they are called. */
  name: string
  enter: (groupId: string | null) => void
}

/** A name and a password, and one is in; by phone a name alone, because codes to the number let in from then on. */
export function RegisterForm({ token, email, name, enter }: RegisterFormProps) {
  const { join, rules, byPhone } = useWords(invitationsWords)
  const withNumber = !email.includes('@')
  const { language } = useLanguage()
  const form = useForm({
    initialValues: { name, password: '' },
    validate: {
      name: (typed) => (typed.trim() ? null : join.nameMissing),
      password: (password) =>
        withNumber || password.length >= leastPassword ? null : join.passwordShort({ n: leastPassword }),
    },
  })
  const errors = useServerErrors(form, rules)
  const redeem = useMutation({
    ...invitations.redeem.mutationOptions(),
    onSuccess: ({ groupId }) => enter(groupId),
    onError: errors.show,
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        const { name, password } = values
        redeem.mutate({ token, language, name, ...(withNumber ? {} : { password }) })
      })}
    >
      <Stack gap="md">
        <FormError text={errors.sentence} />
        <TextInput
          label={withNumber ? byPhone.number : join.address}
          description={withNumber ? byPhone.numberHint : join.addressHint}
          value={email}
          readOnly
          type={withNumber ? 'tel' : 'email'}
          autoComplete="username"
        />
        <TextInput
          label={join.name}
          placeholder={join.namePrompt}
          autoComplete="name"
          maxLength={120}
          required
          {...form.getInputProps('name')}
        />
        {!withNumber && (
          <div>
            <PasswordInput
              label={join.password}
              description={join.passwordHint}
              autoComplete="new-password"
              maxLength={128}
              required
              {...form.getInputProps('password')}
            />
            <Strength password={form.values.password} />
          </div>
        )}
        <Button type="submit" loading={redeem.isPending || redeem.isSuccess}>
          {join.enter}
        </Button>
      </Stack>
    </form>
  )
}

/** How good a password is, by its length alone: nothing else holds against guessing as well. */
function Strength({ password }: { password: string }) {
  const { join } = useWords(invitationsWords)
  if (!password) return null
  const { length } = password
  const strength = length < leastPassword ? 'short' : length < 14 ? 'enough' : length < 20 ? 'good' : 'best'
  const color = { short: 'red', enough: 'yellow', good: 'teal', best: 'teal' }[strength]
  return (
    <div>
      <Progress value={Math.min(100, length * 5)} color={color} size={4} mt={8} aria-hidden />
      <Text size="xs" c="dimmed" mt={4} role="status">
        {join.strengthOf({ strength: join.strength[strength] })}
      </Text>
    </div>
  )
}
