import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { StateFrame } from '#ui/controls/StateFrame.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { portalWords } from '../words.ts'
import { portal } from './api.ts'
import { SetUpForm } from './SetUpForm.tsx'

/** The first page of a new portal; of one that is set up, the way to its sign-in. */
export function SetUpPage() {
  const words = useWords(portalWords).setUp
  const face = useQuery(portal.face.queryOptions())
  if (face.isError) return <ErrorState error={face.error} retry={() => void face.refetch()} />
  if (!face.data) return <Skeleton height={420} />
  if (!face.data.ready) return <SetUpForm />
  const act = (
    <Button component="a" href="/sign-in">
      {words.signIn}
    </Button>
  )
  return <StateFrame whole icon={IconCircleCheck} title={words.done} act={act} />
}
