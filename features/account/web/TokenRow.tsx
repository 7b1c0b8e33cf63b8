import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { SettingsRow } from '#ui/controls/SettingsList.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import type { TokenAnswer } from '../contract.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'

/** One token: what it is for, when it was used, and its end. */
export function TokenRow({ token }: { token: TokenAnswer }) {
  const words = useWords(accountWords).tokens
  const general = useWords(uiWords)
  const { id, name, createdAt, lastUsedAt } = token
  const [asking, setAsking] = useState(false)
  const end = useMutation(
    account.endToken.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: account.tokens.key() }),
    }),
  )
  const close = () => setAsking(false)
  return (
    <SettingsRow
      name={name}
      when={
        <>
          {words.made} <TimeAgo at={createdAt} /> ·{' '}
          {lastUsedAt ? (
            <>
              {words.used} <TimeAgo at={lastUsedAt} />
            </>
          ) : (
            words.never
          )}
        </>
      }
    >
      <Button variant="default" size="xs" onClick={() => setAsking(true)} aria-label={words.endThat({ name })}>
        {words.end}
      </Button>
      <Dialog opened={asking} close={close} title={words.endThat({ name })}>
        <FormError text={end.isError ? sentenceOf(end.error, general) : null} />
        <Text>{words.endSure({ name })}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate({ id })}>
            {words.end}
          </Button>
        </Group>
      </Dialog>
    </SettingsRow>
  )
}
