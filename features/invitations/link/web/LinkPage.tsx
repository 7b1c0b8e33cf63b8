import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconLinkOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { failureOf } from '#ui/errors.ts'
import { useFace } from '#ui/face.ts'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { looksWrong } from '#ui/controls/addresses.ts'
import { invitations } from '../../web/api.ts'
import { invitationsWords } from '../../words.ts'
import type { LinkLook } from '../contract.ts'

/** The page behind the link into a group: who somebody is, and then a letter. */
export function LinkPage({ params }: PageProps) {
  const token = params.token ?? ''
  const look = useQuery(invitations.lookAtLink.queryOptions({ input: { token }, retry: false, gcTime: 0 }))
  if (look.isPending) return <ListSkeleton rows={4} />
  if (look.data) return <AskForm token={token} into={look.data} />
  return failureOf(look.error) === 'missing' ? (
    <LinkIsOver />
  ) : (
    <ErrorState error={look.error} retry={() => void look.refetch()} />
  )
}

function AskForm({ token, into }: { token: string; into: LinkLook }) {
  const words = useWords(invitationsWords)
  const { join, link, byPhone } = words
  const phone = into.phones ? byPhone.link : null
  const { language } = useLanguage()
  const form = useForm({
    initialValues: { name: '', email: '' },
    validate: {
      name: (name) => (name.trim() ? null : join.nameMissing),
      email: (email) => {
        const fits = !looksWrong(email.trim()) && (phone !== null || email.includes('@'))
        return fits ? null : (phone?.wrong ?? link.page.emailWrong)
      },
    },
  })
  const errors = useServerErrors(form, { ...words.rules, ...join.refused, ...words.wrong })
  const ask = useMutation({ ...invitations.askByLink.mutationOptions(), onError: errors.show })
  if (ask.isSuccess) {
    const { email } = ask.variables
    const [title, text] = email.includes('@')
      ? [link.page.sentTitle, link.page.sentText({ email })]
      : [byPhone.link.sentTitle, byPhone.link.sent({ number: email })]
    return (
      <Stack gap="md" role="status">
        <PublicTitle title={title} text={text} />
        <Button variant="default" onClick={() => ask.reset()}>
          {phone?.again ?? link.page.again}
        </Button>
      </Stack>
    )
  }
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name, email }) => {
        errors.clear()
        ask.mutate({ token, name: name.trim(), email: email.trim(), language })
      })}
    >
      <Stack gap="md">
        <PublicTitle
          title={link.page.title({ group: into.group.name })}
          text={
            <Named person={{ id: '', ...into.invitedBy }}>
              {join.invitedBy({ ...into.invitedBy, portal: into.portal })}
            </Named>
          }
        />
        <Text>{phone?.text ?? link.page.text}</Text>
        {into.lobby && <Text>{join.lobby}</Text>}
        <FormError text={errors.sentence} />
        <TextInput
          label={join.name}
          placeholder={join.namePrompt}
          autoComplete="name"
          maxLength={120}
          required
          {...form.getInputProps('name')}
        />
        <TextInput
          label={phone ? byPhone.add.field : link.page.email}
          inputMode="email"
          autoComplete="email"
          maxLength={320}
          required
          {...form.getInputProps('email')}
        />
        <Button type="submit" loading={ask.isPending}>
          {phone?.act ?? link.page.act}
        </Button>
      </Stack>
    </form>
  )
}

/** Unknown, renewed, run out and dead links look the same. */
function LinkIsOver() {
  const { join, link } = useWords(invitationsWords)
  const portal = useFace().name
  useEffect(() => {
    document.title = `${link.page.overTitle} · ${portal}`
  }, [link, portal])
  return (
    <Stack align="center" ta="center" gap="sm">
      <IconLinkOff size={34} stroke={1.4} aria-hidden />
      <Title order={1}>{link.page.overTitle}</Title>
      <Text c="dimmed">{link.page.overText}</Text>
      <Button component={PageLink} to="/sign-in" variant="default">
        {join.toSignIn}
      </Button>
    </Stack>
  )
}
