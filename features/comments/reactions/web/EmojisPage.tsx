import { ActionIcon, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconMoodPlus, IconTrash } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { comments } from '../../web/api.ts'
import { commentsWords } from '../../words.ts'
import { EmojiForm } from './EmojiForm.tsx'
import classes from './EmojisPage.module.css'
import { ReactionMark } from './ReactionMark.tsx'

/** The portal's own reactions, for administrators. */
export function EmojisPage() {
  const words = useWords(commentsWords).reactions.own
  const shared = useWords(uiWords)
  const list = useQuery(comments.emojis.list.queryOptions())
  const remove = useMutation({
    ...comments.emojis.remove.mutationOptions(),
    onSuccess: () => queries.invalidateQueries({ queryKey: comments.key() }),
  })
  const found = list.data?.items
  return (
    <div className={classes.page}>
      <h2 className={classes.title}>{words.title}</h2>
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      <EmojiForm />
      {list.isError && !found && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <ListSkeleton rows={3} />}
      {found?.length === 0 && <EmptyState icon={IconMoodPlus} title={words.none} text={words.noneText} />}
      <FormError text={remove.error && sentenceOf(remove.error, shared)} />
      <Text size="sm" role="status" className={classes.done}>
        {remove.isSuccess ? words.removed : ''}
      </Text>
      {found && found.length > 0 && (
        <ul className={classes.list}>
          {found.map((emoji) => (
            <li key={emoji.id} className={classes.row}>
              <span className={classes.mark}>
                <ReactionMark kind={null} emoji={emoji} size={24} />
              </span>
              <span className={classes.name}>{emoji.name}</span>
              <ActionIcon
                aria-label={words.remove({ name: emoji.name })}
                title={words.remove({ name: emoji.name })}
                loading={remove.isPending && remove.variables.id === emoji.id}
                onClick={() => remove.mutate({ id: emoji.id })}
              >
                <IconTrash size={17} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
