import { Button, ColorInput, Group, Select, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { languages, type Language } from '#ui/words/catalogue.ts'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import { BrandPreview } from './BrandPreview.tsx'
import { namesOfLanguages } from './languages.ts'
import classes from './Settings.module.css'

interface Settings {
  name: string
  brandColour: string
  language: Language
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)
const someColours = ['#2f6f5e', '#2f5fd0', '#7a3e9d', '#a8324a', '#b4531a', '#8a6d00', '#3b6e22', '#37474f']

/** The form of the portal's name, colour and language; what is chosen is shown before it is saved. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const words = useWords(portalWords).settings
  const form = useForm({
    initialValues: settings,
    validate: { brandColour: (colour) => (isColour(colour) ? null : words.colourWrong) },
  })
  const errors = useServerErrors(form)
  const save = useMutation(
    portal.changeSettings.mutationOptions({
      onSuccess: async (saved) => {
        form.resetDirty(saved)
        // The name and colour of the whole screen come with who is signed in.
        await queries.invalidateQueries({ predicate: ({ queryKey: [path] }) => isFace(path) })
      },
      onError: errors.show,
    }),
  )
  const send = form.onSubmit((values) => {
    errors.clear()
    save.mutate(values)
  })
  const { brandColour } = form.values
  return (
    <form className={classes.form} onSubmit={send}>
      <FormError text={errors.sentence} />
      <TextInput
        className={classes.field}
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        required
        withAsterisk={false}
        {...form.getInputProps('name')}
      />
      <ColorInput
        className={classes.field}
        label={words.colour}
        description={words.colourHint}
        format="hex"
        swatches={someColours}
        swatchesPerRow={8}
        withEyeDropper={false}
        {...form.getInputProps('brandColour')}
      />
      {isColour(brandColour) && <BrandPreview colour={brandColour} name={form.values.name} />}
      <Select
        className={classes.field}
        label={words.language}
        description={words.languageHint}
        data={languages.map((value) => ({ value, label: namesOfLanguages[value] }))}
        allowDeselect={false}
        {...form.getInputProps('language')}
      />
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

const isFace = (path: unknown): boolean =>
  Array.isArray(path) && (path[0] === 'portal' || (path[0] === 'account' && path[1] === 'me'))
