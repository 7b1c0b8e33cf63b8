import { useQuery } from '@tanstack/react-query'
import { IconMailQuestion } from '@tabler/icons-react'
import { Button, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useFace } from '#ui/face.ts'
import { failureOf } from '#ui/errors.ts'
import type { PageProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { invitations } from './api.ts'
import { Welcome } from './Welcome.tsx'

/** The page behind the link of an invitation letter. */
export function JoinPage({ params }: PageProps) {
  const token = params.token ?? ''
  const { speak } = useLanguage()
  const look = useQuery(
    invitations.look.queryOptions({ input: { token }, retry: false, staleTime: Infinity, gcTime: 0 }),
  )
  const newcomer = look.data?.next === 'register' || look.data?.next === 'enter' ? look.data.language : null
  // Once: whoever then chooses another language keeps it.
  const spoken = useRef(false)
  useEffect(() => {
    if (!newcomer || spoken.current) return
    spoken.current = true
    speak(newcomer)
  }, [newcomer, speak])
  if (look.isPending) return <ListSkeleton rows={4} />
  if (look.data) return <Welcome token={token} invitation={look.data} />
  return failureOf(look.error) === 'missing' ? (
    <LinkIsOver />
  ) : (
    <ErrorState error={look.error} retry={() => void look.refetch()} />
  )
}

/** Unknown, used, withdrawn and expired links look the same. */
function LinkIsOver() {
  const { join } = useWords(invitationsWords)
  const portal = useFace().name
  useEffect(() => {
    document.title = `${join.overTitle} · ${portal}`
  }, [join, portal])
  return (
    <Stack align="center" ta="center" gap="sm">
      <IconMailQuestion size={34} stroke={1.4} aria-hidden />
      <Title order={1}>{join.overTitle}</Title>
      <Text c="dimmed">{join.overText}</Text>
      <Button component={PageLink} to="/sign-in" variant="default">
        {join.toSignIn}
      </Button>
    </Stack>
  )
}
