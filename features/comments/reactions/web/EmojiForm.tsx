import { Button, FileInput, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { queries } from '#ui/queries.ts'
import { useServerErrors } from '#ui/useServerErrors.ts'
import { useWords } from '#ui/words/useWords.ts'
import { comments } from '../../web/api.ts'
import { commentsWords } from '../../words.ts'
import classes from './EmojisPage.module.css'

const nothing: { name: string; text: string; picture: File | null } = { name: '', text: '', picture: null }

/** Adds a reaction of the portal's own: an emoji or a small picture, with a name. */
export function EmojiForm() {
  const words = useWords(commentsWords)
  const own = words.reactions.own
  const form = useForm({ initialValues: nothing })
  const errors = useServerErrors(form, words.rules)
  const add = useMutation({
    ...comments.emojis.add.mutationOptions(),
    onMutate: errors.clear,
    onError: errors.show,
    onSuccess() {
      form.reset()
      return queries.invalidateQueries({ queryKey: comments.key() })
    },
  })
  return (
    <form
      className={classes.form}
      onSubmit={form.onSubmit(({ name, text, picture }) =>
        add.mutate({ name, ...(text ? { text } : {}), ...(picture ? { picture } : {}) }),
      )}
    >
      <FormError text={errors.sentence} />
      <TextInput label={own.name} description={own.nameHint} maxLength={40} required {...form.getInputProps('name')} />
      <div className={classes.pair}>
        <TextInput label={own.emoji} maxLength={40} {...form.getInputProps('text')} />
        <FileInput
          label={own.picture}
          placeholder={own.choosePicture}
          accept="image/png,image/jpeg,image/webp"
          clearable
          {...form.getInputProps('picture')}
        />
      </div>
      <Text size="xs" c="dimmed">
        {own.pictureHint}
      </Text>
      <Button type="submit" loading={add.isPending} className={classes.add}>
        {own.add}
      </Button>
    </form>
  )
}
