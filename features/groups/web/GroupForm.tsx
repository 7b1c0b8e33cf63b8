import { Button, Group as Line, Radio, Stack, Switch, TagsInput, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrorsOf } from '#ui/errors.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { useState } from 'react'
import { queries } from '#ui/queries.ts'
import { useOpenAddress } from '#ui/shell/over.ts'
import { takeAddresses, withAddresses } from '#ui/controls/addresses.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Group, Template } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { AboutFields, DateFields, HistoryField, VisibilityField, WhoInvitesField } from './GroupFields.tsx'
import classes from './GroupForm.module.css'
import { IsolationField } from './IsolationField.tsx'
import { blank, bodyOf, likeOne, type Creating } from './newGroup.ts'
import { TemplateField } from './TemplateField.tsx'
import { ToolFields } from './ToolFields.tsx'

interface GroupFormProps {
  close: () => void
  /** One that the new one is set up as. */
  like?: Pick<Group, 'id' | 'name'> & { template: Template }
  /** Begins as a group for people from outside. */
  external?: boolean
}

/** Makes a group, and invites people from outside into it at once. What was typed stays until the server has taken it. */
export function GroupForm({ close, like, external: outside = false }: GroupFormProps) {
  const words = useWords(groupsWords)
  const [templateId, setTemplateId] = useState(like?.id ?? null)
  const controlWords = useWords(uiWords)
  const open = useOpenAddress()
  const empty = { ...blank, external: outside }
  const form = useForm<Creating>({
    initialValues: like
      ? likeOne(like.template, { ...blank, name: words.closing.like.name({ name: like.name }) })
      : empty,
    validate: {
      name: (name) => (name.trim() ? null : words.form.fillIn),
      endsAt: (end, { kind, startsAt }) =>
        kind === 'project' && end && end < startsAt ? words.form.endsTooEarly : null,
    },
  })
  const errors = useServerErrors(form, words.rules)
  const create = useMutation({
    ...groups.create.mutationOptions(),
    async onSuccess(group) {
      await queries.invalidateQueries({ queryKey: groups.key() })
      close()
      open(`/groups/${group.id}`)
    },
    onError(error) {
      errors.show(error)
      const fields = Object.entries(fieldErrorsOf(error, controlWords, words.form.wrong))
      const { emails } = form.getValues()
      const wrong = fields.flatMap(([path, sentence]) => {
        const address = /^(invitations\.)?emails\.(\d+)$/.exec(path)?.[2]
        return address ? [`${emails[Number(address)] ?? ''}: ${sentence}`] : []
      })
      if (wrong.length > 0) form.setFieldError('emails', wrong.join('; '))
    },
  })
  const { kind, external } = form.getValues()
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        create.mutate(bodyOf(values))
      })}
    >
      <Stack gap="md">
        <FormError text={errors.sentence} />
        <TemplateField
          value={templateId}
          onChange={(id, template) => {
            setTemplateId(id)
            const { name, description, emails, note } = form.getValues()
            form.setValues(
              template ? likeOne(template, form.getValues()) : { ...empty, name, description, emails, note },
            )
          }}
        />
        <AboutFields form={form} />
        <Radio.Group label={words.form.kind} {...form.getInputProps('kind')}>
          <Stack gap={8} mt={6}>
            {(['workgroup', 'project'] as const).map((each) => (
              <Radio key={each} value={each} label={words.kind[each]} description={words.form.kindMeans[each]} />
            ))}
          </Stack>
        </Radio.Group>
        {kind === 'project' && <DateFields form={form} />}
        <div className={external ? `${classes.outside} ${classes.on}` : classes.outside}>
          <Switch
            label={words.form.external}
            description={words.form.externalMeans}
            {...form.getInputProps('external', { type: 'checkbox' })}
          />
        </div>
        {external ? (
          <>
            <IsolationField
              value={form.values.isolation}
              onChange={(isolation) => form.setFieldValue('isolation', isolation)}
            />
            <HistoryField form={form} />
            <TagsInput
              label={words.form.emails}
              description={words.form.emailsHint}
              placeholder={words.form.emailsPlaceholder}
              splitChars={[',', ';', '\n', '\t']}
              maxTags={50}
              clearable
              clearButtonProps={{ 'aria-label': words.clear }}
              acceptValueOnBlur
              {...form.getInputProps('emails')}
              onChange={(tags) => form.setFieldValue('emails', withAddresses([], tags.flatMap(takeAddresses)))}
            />
            {form.values.emails.length > 0 && (
              <Textarea
                label={words.form.note}
                description={words.form.noteHint}
                maxLength={1000}
                {...form.getInputProps('note')}
              />
            )}
          </>
        ) : (
          <VisibilityField form={form} />
        )}
        <WhoInvitesField form={form} external={external} />
        <ToolFields
          value={form.values.tools}
          external={external}
          onChange={(tools) => form.setFieldValue('tools', tools)}
        />
        <Line justify="flex-end" gap="xs">
          <Button variant="default" onClick={close}>
            {words.form.close}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {words.create}
          </Button>
        </Line>
      </Stack>
    </form>
  )
}
