import { Button, Stack } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { stepOf } from './step.ts'

/** Whether a link was refused because it is unknown, used or too old. */
export const isSpent = (error: unknown): boolean => error instanceof ORPCError && error.code === 'LINK_SPENT'

/** Stands where a link does not hold any more, and leads to a new one. */
export function SpentLink({ way, to }: { way: 'link' | 'reset'; to: string }) {
  const words = useWords(accountWords).spent
  return (
    <Stack gap={14} role="alert">
      <PublicTitle title={words.title} text={words.text} />
      <Button component={PageLink} to={stepOf(way, to)} fullWidth>
        {words.act}
      </Button>
    </Stack>
  )
}
