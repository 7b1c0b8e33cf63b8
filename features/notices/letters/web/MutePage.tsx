import { Button, Skeleton, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { failureOf, sentenceOf } from '#ui/errors.ts'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { notices } from '../../web/api.ts'
import { lettersWords } from '../words.ts'

/** Where the link in a letter leads that mutes. It asks first: programs that look into letters follow links, but press no buttons. */
export function MutePage({ params }: PageProps) {
  const { page } = useWords(lettersWords)
  const general = useWords(uiWords)
  const token = params.token ?? ''
  // What it mutes is asked once: when it is used the link is no more.
  const link = useQuery({ ...notices.muteLink.queryOptions({ input: { token } }), staleTime: Infinity, retry: false })
  const mute = useMutation(notices.muteByLink.mutationOptions())
  const toSettings = (
    <Button component={PageLink} to="/settings/notices" variant="default" fullWidth>
      {page.toSettings}
    </Button>
  )
  if (failureOf(link.error) === 'missing' || failureOf(mute.error) === 'missing')
    return (
      <Stack gap={14} role="alert">
        <PublicTitle title={page.spent} text={page.spentText} />
        {toSettings}
      </Stack>
    )
  if (link.isError) return <ErrorState error={link.error} retry={() => void link.refetch()} />
  if (!link.data) return <Skeleton height={120} />
  const words = page[link.data.mutes]
  if (mute.isSuccess)
    return (
      <Stack gap={14} role="status">
        <PublicTitle title={words.done} text={words.doneText} />
        {toSettings}
      </Stack>
    )
  return (
    <Stack gap={14}>
      <PublicTitle title={words.title} text={words.text} />
      <FormError text={mute.isError ? sentenceOf(mute.error, general) : null} />
      <Button fullWidth loading={mute.isPending} onClick={() => mute.mutate({ token })}>
        {words.act}
      </Button>
      <Button component={PageLink} to="/" variant="subtle" fullWidth>
        {page.toPortal}
      </Button>
    </Stack>
  )
}
