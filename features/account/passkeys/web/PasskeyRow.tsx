import { Button, Group, Text, TextInput } from '@mantine/core'
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
import { account } from '../../web/api.ts'
import { accountWords } from '../../words.ts'
import type { Passkey } from '../contract.ts'

/** One passkey: its name, when it was used, its end. */
export function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const words = useWords(accountWords).passkeys
  const { name, createdAt, lastUsedAt } = passkey
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null)
  const close = () => setAsking(null)
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
      <Button variant="default" size="xs" onClick={() => setAsking('rename')} aria-label={words.renameThat({ name })}>
        {words.rename}
      </Button>
      <Button variant="default" size="xs" onClick={() => setAsking('remove')} aria-label={words.removeThat({ name })}>
        {words.remove}
      </Button>
      <Dialog opened={asking === 'rename'} close={close} title={words.renameThat({ name })}>
        <Rename passkey={passkey} close={close} />
      </Dialog>
      <Dialog opened={asking === 'remove'} close={close} title={words.removeThat({ name })}>
        <Remove passkey={passkey} close={close} />
      </Dialog>
    </SettingsRow>
  )
}

// Whether codes may be turned off hangs on whether a passkey is left.
const again = () =>
  Promise.all(
    [account.passkeys.key(), account.secondFactor.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
  )

function Rename({ passkey, close }: { passkey: Passkey; close: () => void }) {
  const words = useWords(accountWords).passkeys
  const general = useWords(uiWords)
  const [name, setName] = useState(passkey.name)
  const rename = useMutation(
    account.renamePasskey.mutationOptions({
      onSuccess: async () => {
        close()
        await again()
      },
    }),
  )
  const send = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    rename.mutate({ id: passkey.id, name })
  }
  return (
    <form onSubmit={send}>
      <FormError text={rename.isError ? sentenceOf(rename.error, general) : null} />
      <TextInput
        label={words.name}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={100}
        required
        withAsterisk={false}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={close}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={rename.isPending}>
          {words.save}
        </Button>
      </Group>
    </form>
  )
}

function Remove({ passkey: { id, name }, close }: { passkey: Passkey; close: () => void }) {
  const words = useWords(accountWords).passkeys
  const general = useWords(uiWords)
  const remove = useMutation(account.removePasskey.mutationOptions({ onSuccess: again }))
  const rules = { SECOND_FACTOR_STAYS: words.lastStays }
  return (
    <>
      <FormError text={remove.isError ? sentenceOf(remove.error, general, rules) : null} />
      <Text>{words.removeSure({ name })}</Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
          {words.remove}
        </Button>
      </Group>
    </>
  )
}
