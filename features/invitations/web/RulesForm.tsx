import { Button, Group, NumberInput, Radio, Stack, Switch, TagsInput, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { InvitationRules } from '../contract.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import classes from './RulesForm.module.css'

/** The portal's rules about people from outside, for administrators: a sentence each, with its switch beside it. */
export function Rules() {
  const { portalRules: words } = useWords(invitationsWords)
  const rules = useQuery(invitations.rules.queryOptions())
  return (
    <>
      <h3 className={classes.title}>{words.title}</h3>
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      {rules.isError && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
      {rules.isPending && <ListSkeleton rows={6} />}
      {rules.data && <RulesForm rules={rules.data} />}
    </>
  )
}

const usualLimit = 500
const usualDays = 365
const split = [',', ';', ' ', '\n', '\t']

function RulesForm({ rules }: { rules: InvitationRules }) {
  const { portalRules: words } = useWords(invitationsWords)
  const form = useForm({ initialValues: rules })
  const errors = useServerErrors(form)
  const save = useMutation({
    ...invitations.changeRules.mutationOptions(),
    onError: errors.show,
    onSuccess(saved) {
      form.setValues(saved)
      form.resetDirty(saved)
    },
  })
  const { dailyLimit, mostDays } = form.values
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        save.mutate(values)
      })}
    >
      <Stack gap={0} className={classes.rules}>
        <FormError text={errors.sentence} />
        <Rule label={words.externals} hint={words.externalsHint} {...form.getInputProps('externals', asSwitch)} />
        <Radio.Group className={classes.rule} label={words.whoInvites} {...form.getInputProps('whoInvites')}>
          <Choices values={['group', 'employees', 'administrators'] as const} labels={words.who} />
        </Radio.Group>
        <Radio.Group className={classes.rule} label={words.ordinary} {...form.getInputProps('ordinaryMembersInvite')}>
          <Choices values={['lobby', 'refuse'] as const} labels={words.ordinaryWays} />
        </Radio.Group>
        <Rule label={words.phones} hint={words.phonesHint} {...form.getInputProps('phones', asSwitch)} />
        {(['allowed', 'denied'] as const).map((list) => (
          <TagsInput
            key={list}
            className={classes.rule}
            label={words[list]}
            description={words[`${list}Hint`]}
            placeholder={words.domainPrompt}
            splitChars={split}
            maxTags={500}
            acceptValueOnBlur
            {...form.getInputProps(`${list}Domains`)}
          />
        ))}
        <div className={classes.rule}>
          <Rule
            label={words.limited}
            hint={words.limitedHint}
            checked={dailyLimit !== null}
            onChange={(event) => form.setFieldValue('dailyLimit', event.currentTarget.checked ? usualLimit : null)}
          />
          {dailyLimit !== null && (
            <NumberInput
              mt="xs"
              w={180}
              aria-label={words.limit}
              min={1}
              max={100_000}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('dailyLimit')}
              onChange={(value) => form.setFieldValue('dailyLimit', Number(value) || 1)}
            />
          )}
        </div>
        <NumberInput
          className={classes.rule}
          label={words.days}
          description={words.daysHint}
          min={1}
          max={90}
          allowDecimal={false}
          clampBehavior="strict"
          classNames={{ input: classes.number ?? '' }}
          {...form.getInputProps('days')}
          onChange={(value) => form.setFieldValue('days', Number(value) || 1)}
        />
        <Rule label={words.purpose} hint={words.purposeHint} {...form.getInputProps('purpose', asSwitch)} />
        <div className={classes.rule}>
          <Rule
            label={words.lastDay}
            hint={words.lastDayHint}
            checked={mostDays !== null}
            onChange={(event) => form.setFieldValue('mostDays', event.currentTarget.checked ? usualDays : null)}
          />
          {mostDays !== null && (
            <NumberInput
              mt="xs"
              w={180}
              aria-label={words.mostDays}
              min={1}
              max={3650}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('mostDays')}
              onChange={(value) => form.setFieldValue('mostDays', Number(value) || 1)}
            />
          )}
        </div>
        <Rule label={words.approval} hint={words.approvalHint} {...form.getInputProps('approval', asSwitch)} />
      </Stack>
      <Group gap="sm" mt="md">
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {save.isSuccess && !form.isDirty() ? words.saved : ''}
        </Text>
      </Group>
    </form>
  )
}

const asSwitch = { type: 'checkbox' } as const

interface RuleProps {
  label: string
  hint: string
  checked?: boolean
  onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void
}

/** One rule that is on or off: the sentence, and the switch at its end. */
function Rule({ label, hint, ...input }: RuleProps) {
  return (
    <Switch
      className={classes.rule}
      classNames={{ body: classes.switch ?? '', labelWrapper: classes.sentence ?? '' }}
      labelPosition="left"
      label={label}
      description={hint}
      {...input}
    />
  )
}

function Choices<Value extends string>({
  values,
  labels,
}: {
  values: readonly Value[]
  labels: Readonly<Record<Value, string>>
}) {
  return (
    <Stack gap={8} mt={6}>
      {values.map((value) => (
        <Radio key={value} value={value} label={labels[value]} />
      ))}
    </Stack>
  )
}
