import { Button, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
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
  /** The same without a password. */
  enterPlain: (groupId: string | null) => void
}

/**
 * A name and a password, and one is in. By phone, or without a password, a name alone: from then on codes to the number, links to the address or a
 * passkey let in.
 */
export function RegisterForm({ token, email, name, enter, enterPlain }: RegisterFormProps) {
  const { join, rules, byPhone } = useWords(invitationsWords)
  const withNumber = !email.includes('@')
  const [isPlain, setPlain] = useState(false)
  const asksPassword = !withNumber && !isPlain
  const { language } = useLanguage()
  const form = useForm({
    initialValues: { name, password: '' },
    validate: {
      name: (typed) => (typed.trim() ? null : join.nameMissing),
      password: (password) =>
        !asksPassword || password.length >= leastPassword ? null : join.passwordShort({ n: leastPassword }),
    },
  })
  const errors = useServerErrors(form, { ...rules, ...join.refused })
  const redeem = useMutation({
    ...invitations.redeem.mutationOptions(),
    onSuccess: ({ groupId }) => (isPlain ? enterPlain : enter)(groupId),
    onError: errors.show,
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        const { name, password } = values
        redeem.mutate({ token, language, name, ...(asksPassword ? { password } : {}) })
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
        {asksPassword && (
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
        {isPlain && (
          <Text size="sm" c="dimmed">
            {join.plain.text}
          </Text>
        )}
        <Button type="submit" loading={redeem.isPending || redeem.isSuccess}>
          {join.enter}
        </Button>
        {!withNumber && (
          <Button variant="subtle" disabled={redeem.isPending || redeem.isSuccess} onClick={() => setPlain(!isPlain)}>
            {isPlain ? join.plain.choose : join.plain.act}
          </Button>
        )}
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
