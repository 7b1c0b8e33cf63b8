import { Button, Stack, Text } from '@mantine/core'
import { AddPasskey } from '#features/account/web/door.tsx'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { invitationsWords } from '../words.ts'

/** Whether this browser knows passkeys. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window

/** Somebody who is in and has no password: a passkey is quicker than a link by mail, and can be made later too. */
export function OfferPasskey({ goOn }: { goOn: () => void }) {
  const { plain } = useWords(invitationsWords).join
  return (
    <Stack gap="md">
      <PublicTitle title={plain.inTitle} text={plain.inText} />
      <Text>{plain.passkey}</Text>
      <AddPasskey added={goOn} />
      <Button variant="subtle" onClick={goOn}>
        {plain.later}
      </Button>
    </Stack>
  )
}
