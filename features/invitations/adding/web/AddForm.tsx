import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconEye, IconUserCheck } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { From } from '#features/groups/contract.ts'
import { fieldsWords, MoreAboutThem, nothingTold, toldOf } from '#features/people/web/door.tsx'
import { PlacesLeft } from '#features/portal/web/door.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import type { ShownPerson } from '#ui/controls/person.ts'
import { StateFrame } from '#ui/controls/StateFrame.tsx'
import { useMe } from '#ui/me.ts'
import { fieldErrorsOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { uiWords } from '#ui/words.ts'
import { languages } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import { looksLikeNumber, looksWrong, wrongIn } from '#ui/controls/addresses.ts'
import { invitations } from '../../web/api.ts'
import { missingIn } from '../../web/AccessFields.tsx'
import { GroupTerms, nothingSaid, sayingOf } from '../../web/GroupTerms.tsx'
import classes from '../../web/InvitePanel.module.css'
import { useRules } from '../../web/useRules.ts'
import { invitationsWords } from '../../words.ts'

interface AddFormProps {
  group: { id: string; moderators: boolean; purpose: boolean; mostDays: number | null; from?: From }
  close: () => void
}

const blank = { email: '', name: '', position: '', phone: '' }

/** Adds somebody from outside with all that one knows of them: they are a member at once, and get a letter or a text message to sign in with (INV-4). */
export function AddForm({ group, close }: AddFormProps) {
  const words = useWords(invitationsWords)
  const shared = useWords(uiWords)
  const { adding, byPhone } = words
  const me = useMe()
  const [said, say] = useState(nothingSaid)
  const [told, tell] = useState(nothingTold)
  const { rules } = useWords(fieldsWords)
  const [tried, setTried] = useState(false)
  const [language, setLanguage] = useState(me.language)
  const form = useForm({
    initialValues: blank,
    validate: {
      email: (email) => {
        const wrong = wrongIn(email.trim())
        return wrong && words.wrong[wrong]
      },
      name: (name) => (name.trim() ? null : adding.nameMissing),
    },
  })
  const errors = useServerErrors(form, { ...useRules(), ...words.wrong, ...rules })
  const add = useMutation({
    ...invitations.add.mutationOptions(),
    onSuccess: () => queries.invalidateQueries(),
    onError: errors.show,
  })
  if (add.data) {
    const again = () => {
      form.setValues(blank)
      tell(nothingTold)
      add.reset()
    }
    const { variables } = add
    const added = { id: '', kind: 'external', name: variables.name, company: variables.company } as const
    return <Added person={added} email={add.data.email} again={again} close={close} />
  }
  const missing = missingIn(said, group, shared.field.missing)
  const submit = ({ email, name, position, phone }: typeof blank) => {
    errors.clear()
    if (Object.keys(missing).length > 0) return
    const choice = group.from ? { from: group.from } : {}
    const more = { ...choice, ...(position.trim() ? { position } : {}), ...(phone.trim() ? { phone } : {}) }
    const profile = toldOf(told, looksLikeNumber(email))
    add.mutate({
      id: group.id,
      email: email.trim(),
      name: name.trim(),
      language,
      ...more,
      ...profile,
      ...sayingOf(said),
    })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        setTried(true)
        form.onSubmit(submit)(event)
      }}
    >
      <Stack gap="md">
        <FormError text={errors.sentence} />
        <TextInput
          label={byPhone.add.field}
          inputMode="email"
          autoComplete="off"
          maxLength={320}
          required
          data-autofocus
          {...form.getInputProps('email')}
        />
        <TextInput label={adding.name} autoComplete="off" maxLength={120} required {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput label={adding.position} autoComplete="off" maxLength={120} {...form.getInputProps('position')} />
          <TextInput
            label={adding.phone}
            type="tel"
            autoComplete="off"
            maxLength={40}
            {...form.getInputProps('phone')}
          />
        </SimpleGrid>
        <MoreAboutThem byNumber={looksLikeNumber(form.values.email)} value={told} onChange={tell} error={add.error} />
        <div className={classes.pair}>
          <GroupTerms
            group={group}
            email={looksWrong(form.values.email.trim()) ? undefined : form.values.email.trim()}
            value={said}
            onChange={say}
            wrong={{ ...fieldErrorsOf(add.error, shared, words.wrong), ...(tried ? missing : {}) }}
          />
          <Select
            label={words.language}
            description={words.languageHint}
            data={languages.map((each) => ({ value: each, label: words.languages[each] }))}
            value={language}
            onChange={(value) => value && setLanguage(value)}
            allowDeselect={false}
          />
        </div>
        <Text className={`${classes.consequence} ${classes.outside}`} size="sm">
          <IconEye size={18} stroke={1.7} aria-hidden />
          <span>{(looksLikeNumber(form.values.email) ? byPhone.add : adding).consequence}</span>
        </Text>
        <PlacesLeft of="forExternals" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {adding.act}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface AddedProps {
  person: ShownPerson
  email: string
  again: () => void
  close: () => void
}

function Added({ person, email, again, close }: AddedProps) {
  const words = useWords(invitationsWords)
  return (
    <StateFrame
      role="status"
      icon={IconUserCheck}
      title={words.adding.done({ name: person.name })}
      about={person}
      text={email.includes('@') ? words.adding.doneText({ email }) : words.byPhone.add.done({ number: email })}
      act={
        <>
          <Button variant="default" onClick={again}>
            {words.adding.more}
          </Button>{' '}
          <Button onClick={close} data-autofocus>
            {words.done}
          </Button>
        </>
      }
    />
  )
}
