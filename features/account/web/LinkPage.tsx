import { Button, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { useFace } from '#ui/face.ts'
import type { PageProps } from '#ui/section.ts'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useInUrl } from '#ui/shell/useInUrl.ts'
import { wayBack } from '#ui/signedOut.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { isSecondFactorAsked } from '../second-factor/web/asked.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import { isSpent, SpentLink } from './SpentLink.tsx'
import { stepOf } from './step.ts'

/** Where the link of a letter leads. Programs that look into letters follow links, but press no buttons. */
export function LinkPage({ params }: PageProps) {
  const words = useWords(accountWords).link
  const general = useWords(uiWords)
  const portal = useFace().name
  const navigate = useNavigate()
  const [to] = useInUrl('to')
  const follow = useMutation(
    account.followLink.mutationOptions({
      onSuccess: () => window.location.replace(wayBack(to)),
      onError: (error) => isSecondFactorAsked(error) && void navigate({ to: stepOf('code', to), replace: true }),
    }),
  )
  if (isSpent(follow.error)) return <SpentLink way="link" to={to} />
  return (
    <Stack gap={14}>
      <PublicTitle title={words.title({ portal })} text={words.text} />
      <FormError text={follow.isError ? sentenceOf(follow.error, general) : null} />
      <Button
        fullWidth
        loading={follow.isPending || follow.isSuccess}
        onClick={() => follow.mutate({ token: params.token ?? '' })}
      >
        {words.act}
      </Button>
    </Stack>
  )
}
