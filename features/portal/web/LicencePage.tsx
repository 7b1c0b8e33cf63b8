import { Button, Group, NumberInput, Radio, Stack, Switch, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { Licence } from '../contract.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import classes from './Settings.module.css'

type Policy = NonNullable<Licence['policy']>

/** How many people may be in the portal, and how many are, for administrators (ROLE-4). */
export function LicencePage() {
  const words = useWords(portalWords).licence
  const licence = useQuery(portal.licence.queryOptions())
  const policy = licence.data?.policy
  return (
    <div className={classes.page}>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      {licence.isError && <ErrorState error={licence.error} retry={() => void licence.refetch()} />}
      {licence.isPending && <ListSkeleton rows={4} />}
      {policy && <LicenceForm policy={policy} />}
    </div>
  )
}

function LicenceForm({ policy }: { policy: Policy }) {
  const words = useWords(portalWords).licence
  const { employeesHere, externalsHere, ...initialValues } = policy
  const form = useForm({ initialValues })
  const errors = useServerErrors(form)
  const save = useMutation({
    ...portal.changeLicence.mutationOptions(),
    onError: errors.show,
    async onSuccess() {
      form.resetDirty()
      await queries.invalidateQueries({ queryKey: portal.licence.key() })
    },
  })
  const { mostPeople, externals, mostExternals } = form.values
  const counted = employeesHere + (externals === 'counted' ? externalsHere : 0)
  const number = (field: 'mostPeople' | 'mostExternals', label: string, used: number) => (
    <NumberInput
      w={220}
      label={label}
      min={1}
      max={1_000_000}
      allowDecimal={false}
      clampBehavior="strict"
      {...form.getInputProps(field)}
      value={form.values[field] ?? used}
      onChange={(value) => form.setFieldValue(field, Number(value) || 1)}
      description={(form.values[field] ?? used) < used ? words.below : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  )
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={form.onSubmit((values) => {
        errors.clear()
        save.mutate({
          ...values,
          mostExternals: values.externals === 'capped' ? (mostExternals ?? externalsHere) : null,
        })
      })}
    >
      <FormError text={errors.sentence} />
      <Text>
        {words.here({ employees: words.employeesHere(employeesHere), externals: words.externalsHere(externalsHere) })}
      </Text>
      <Switch
        label={words.limited}
        description={words.limitedHint}
        checked={mostPeople !== null}
        onChange={(event) =>
          form.setFieldValue('mostPeople', event.currentTarget.checked ? Math.max(1, counted) : null)
        }
      />
      {mostPeople !== null && number('mostPeople', words.people, counted)}
      <Radio.Group label={words.externals} {...form.getInputProps('externals')}>
        <Stack gap={8} mt={6}>
          {(['free', 'counted', 'capped'] as const).map((each) => (
            <Radio key={each} value={each} label={words.how[each]} />
          ))}
        </Stack>
      </Radio.Group>
      {externals === 'capped' && number('mostExternals', words.external, Math.max(1, externalsHere))}
      <Group gap="sm">
        <Button type="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Text role="status" c="dimmed">
          {save.isSuccess && !form.isDirty() && words.saved}
        </Text>
      </Group>
    </form>
  )
}
