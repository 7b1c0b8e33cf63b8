import { Button, Select, Switch, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import type { MeAnswer } from '#features/account/contract.ts'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { languages } from '#ui/words/catalogue.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'
import { account, people } from './api.ts'
import classes from './OwnProfilePage.module.css'

const timeZones = Intl.supportedValuesOf('timeZone')

/** What one says of oneself: name, position, how to be reached and by whom it is seen, language and time. */
export function OwnProfileForm({ me }: { me: MeAnswer }) {
  const { fields, languages: languageNames, own } = useWords(peopleWords)
  const { speak } = useLanguage()
  const { name, position, about, phone, showReachesToExternals, language, timeZone } = me
  const form = useForm({
    initialValues: { name, position, about, phone, showReachesToExternals, language, timeZone },
  })
  const errors = useServerErrors(form)
  const save = useMutation({
    ...account.change.mutationOptions(),
    onMutate: errors.clear,
    onError: errors.show,
    onSuccess(saved) {
      form.resetDirty()
      speak(saved.language)
      queries.setQueryData(account.me.queryKey(), saved)
      void queries.invalidateQueries({ queryKey: people.key() })
    },
  })
  const external = me.kind === 'external'
  const zones = timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <div className={classes.form}>
        {errors.sentence && (
          <div className={classes.wide}>
            <FormError text={errors.sentence} />
          </div>
        )}
        <TextInput label={fields.name} required maxLength={100} autoComplete="name" {...form.getInputProps('name')} />
        <TextInput
          label={fields.position}
          maxLength={120}
          autoComplete="organization-title"
          {...form.getInputProps('position')}
        />
        <TextInput label={fields.email} value={me.email} readOnly variant="filled" />
        <TextInput label={fields.phone} type="tel" maxLength={40} autoComplete="tel" {...form.getInputProps('phone')} />
        {external && me.company && <TextInput label={fields.company} value={me.company} readOnly variant="filled" />}
        <Textarea
          className={classes.wide}
          label={fields.about}
          description={own.aboutHint}
          maxLength={2000}
          minRows={3}
          {...form.getInputProps('about')}
        />
        <Select
          label={fields.language}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.getInputProps('language')}
        />
        <Select
          label={fields.timeZone}
          searchable
          allowDeselect={false}
          limit={60}
          data={zones}
          {...form.getInputProps('timeZone')}
        />
        <Switch
          className={classes.wide}
          label={external ? own.reachShownExternal : own.reachShown}
          description={external ? own.reachHintExternal : own.reachHint}
          {...form.getInputProps('showReachesToExternals', { type: 'checkbox' })}
        />
        <div className={`${classes.wide} ${classes.foot}`}>
          <Button type="submit" loading={save.isPending}>
            {own.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {form.isDirty() ? own.unsaved : save.isSuccess ? own.saved : ''}
          </Text>
        </div>
      </div>
    </form>
  )
}
