import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconDoorEnter, IconHourglass } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useMe } from '#ui/me.ts'
import { queries } from '#ui/queries.ts'
import { relativeTime } from '#ui/time.ts'
import { uiWords } from '#ui/words.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { requestsWords } from '../words.ts'
import { requests } from './api.ts'
import { useRequests } from './useRequests.ts'

/** In a closed group for an employee who is not in it: asks to join, says that one has asked, takes it back. */
export function AskToJoin({ groupId }: { groupId: string }) {
  const words = useWords(requestsWords)
  const shared = useWords(uiWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const list = useRequests(groupId)
  const onSuccess = () => queries.invalidateQueries({ queryKey: requests.key() })
  const ask = useMutation({ ...requests.ask.mutationOptions(), onSuccess })
  const withdraw = useMutation({ ...requests.withdraw.mutationOptions(), onSuccess })
  if (list.isPending) return <ListSkeleton rows={2} />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={words.rules} />
  const error = ask.error ?? withdraw.error
  const mine = list.data.items.find((request) => request.mine)
  return (
    <>
      <FormError text={error ? sentenceOf(error, shared, words.rules) : null} />
      {mine ? (
        <EmptyState
          icon={IconHourglass}
          title={words.ask.askedTitle}
          text={words.ask.askedText({ since: relativeTime(mine.since, new Date(), language, timeZone) })}
          act={
            <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id: mine.id })}>
              {words.ask.withdraw}
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon={IconDoorEnter}
          title={words.ask.title}
          text={words.ask.text}
          act={
            <Button loading={ask.isPending} onClick={() => ask.mutate({ id: groupId })}>
              {words.ask.act}
            </Button>
          }
        />
      )}
    </>
  )
}
