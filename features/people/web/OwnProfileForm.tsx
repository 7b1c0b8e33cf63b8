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
  const words = useWords(peopleWords)
  const { speak } = useLanguage()
  const { name, position, about, interests, phone, mobile, showReachesToExternals, language, timeZone } = me
  const form = useForm({
    initialValues: { name, position, about, interests, phone, mobile, showReachesToExternals, language, timeZone },
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
        <TextInput
          label={words.fields.name}
          required
          maxLength={100}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={words.fields.position}
          maxLength={120}
          autoComplete="organization-title"
          {...form.getInputProps('position')}
        />
        {me.email && <TextInput label={words.fields.email} value={me.email} readOnly variant="filled" />}
        <TextInput
          label={words.fields.phone}
          type="tel"
          maxLength={40}
          autoComplete="tel"
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={words.fields.mobile}
          type="tel"
          maxLength={40}
          autoComplete="mobile tel"
          {...form.getInputProps('mobile')}
        />
        {external && me.company && (
          <TextInput label={words.fields.company} value={me.company} readOnly variant="filled" />
        )}
        <Textarea
          className={classes.wide}
          label={words.fields.about}
          description={words.own.aboutHint}
          maxLength={2000}
          minRows={3}
          {...form.getInputProps('about')}
        />
        <Textarea
          className={classes.wide}
          label={words.fields.interests}
          description={words.own.interestsHint}
          maxLength={500}
          minRows={2}
          {...form.getInputProps('interests')}
        />
        <Select
          label={words.fields.language}
          allowDeselect={false}
          data={languages.map((value) => ({ value, label: words.languages[value] }))}
          {...form.getInputProps('language')}
        />
        <Select
          label={words.fields.timeZone}
          searchable
          allowDeselect={false}
          limit={60}
          data={zones}
          {...form.getInputProps('timeZone')}
        />
        <Switch
          className={classes.wide}
          label={external ? words.own.reachShownExternal : words.own.reachShown}
          description={external ? words.own.reachHintExternal : words.own.reachHint}
          {...form.getInputProps('showReachesToExternals', { type: 'checkbox' })}
        />
        <div className={`${classes.wide} ${classes.foot}`}>
          <Button type="submit" loading={save.isPending}>
            {words.own.save}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {form.isDirty() ? words.own.unsaved : save.isSuccess ? words.own.saved : ''}
          </Text>
        </div>
      </div>
    </form>
  )
}
