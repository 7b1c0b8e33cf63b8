import { Button, Stack, Text } from '@mantine/core'
import { Suspense } from 'react'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'
import { AddPasskey } from './accountParts.ts'

/** Whether this browser knows passkeys. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window

/** Somebody who is in and has no password: a passkey is quicker than a link by mail, and can be made later too. */
export function OfferPasskey({ goOn }: { goOn: () => void }) {
  const { plain } = useWords(invitationsWords).join
  return (
    <Stack gap="md">
      <PublicTitle title={plain.inTitle} text={plain.inText} />
      <Text>{plain.passkey}</Text>
      <Suspense fallback={<ListSkeleton rows={1} />}>
        <AddPasskey added={goOn} />
      </Suspense>
      <Button variant="subtle" onClick={goOn}>
        {plain.later}
      </Button>
    </Stack>
  )
}
