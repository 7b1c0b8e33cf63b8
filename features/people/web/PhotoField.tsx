import { Button, FileButton, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconPhoto, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { failureOf, sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { peopleWords } from '../words.ts'
import { account, people } from './api.ts'
import classes from './PhotoField.module.css'
import { squarePhoto } from './squarePhoto.ts'
import { useFileDrop } from './useFileDrop.ts'

const kinds = 'image/png,image/jpeg,image/webp'

const refresh = () =>
  Promise.all([people.key(), account.me.key()].map((queryKey) => queries.invalidateQueries({ queryKey })))

/** One's own photo: chosen or dropped, shown at once, taken away. */
export function PhotoField() {
  const words = useWords(peopleWords)
  const shared = useWords(uiWords)
  const me = useMe()
  const [unreadable, setUnreadable] = useState(false)
  const set = useMutation({ ...people.setPhoto.mutationOptions(), onSuccess: refresh })
  const remove = useMutation({ ...people.removePhoto.mutationOptions(), onSuccess: refresh })
  const take = async (file: File | null) => {
    if (!file) return
    remove.reset()
    const photo = await squarePhoto(file).catch(() => null)
    setUnreadable(photo === null)
    if (photo) set.mutate({ photo })
    else set.reset()
  }
  const { ref, over } = useFileDrop((file) => void take(file))
  const error = set.error ?? remove.error
  const notAPicture = unreadable || (error !== null && failureOf(error) === 'invalid')
  const done = remove.isSuccess ? words.own.photoRemoved : set.isSuccess && !unreadable ? words.own.photoSaved : ''
  return (
    <div
      ref={ref}
      role="group"
      aria-label={words.own.photo}
      className={over ? `${classes.field} ${classes.over}` : classes.field}
    >
      <PersonAvatar person={me} size={88} />
      <div className={classes.acts}>
        <Group gap="xs">
          <FileButton onChange={(file) => void take(file)} accept={kinds}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={set.isPending}
                leftSection={<IconPhoto size={16} aria-hidden />}
              >
                {me.photo ? words.own.change : words.own.choose}
              </Button>
            )}
          </FileButton>
          {me.photo && (
            <Button
              variant="subtle"
              color="gray"
              loading={remove.isPending}
              onClick={() => {
                set.reset()
                setUnreadable(false)
                remove.mutate(undefined)
              }}
              leftSection={<IconTrash size={16} aria-hidden />}
            >
              {words.own.remove}
            </Button>
          )}
          <Text size="sm" c="dimmed" className={classes.drop}>
            {words.own.orDrop}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          {words.own.photoHint}
        </Text>
        <Text size="sm" role="status">
          {done}
        </Text>
        <FormError text={notAPicture ? words.own.notAPicture : error && sentenceOf(error, shared)} />
      </div>
    </div>
  )
}
