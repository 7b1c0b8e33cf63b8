import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { SettingsList } from '#ui/controls/SettingsList.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import page from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'
import { AddPasskey } from './AddPasskey.tsx'
import { PasskeyRow } from './PasskeyRow.tsx'

/** One's passkeys on the page of one's security. */
export function PasskeysPart() {
  const words = useWords(accountWords).passkeys
  const passkeys = useQuery(account.passkeys.queryOptions())
  return (
    <div className={page.part}>
      <Title order={2}>{words.title}</Title>
      <p className={page.text}>{words.text}</p>
      {passkeys.isError && <ErrorState error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.isPending && <ListSkeleton rows={1} />}
      {passkeys.data?.items.length === 0 && <Text c="dimmed">{words.empty}</Text>}
      {passkeys.data && passkeys.data.items.length > 0 && (
        <SettingsList>
          {passkeys.data.items.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} />
          ))}
        </SettingsList>
      )}
      <AddPasskey />
    </div>
  )
}
