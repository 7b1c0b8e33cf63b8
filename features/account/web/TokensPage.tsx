import { Title } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { SettingsList } from '#ui/controls/SettingsList.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../words.ts'
import { account } from './api.ts'
import { MakeToken } from './MakeToken.tsx'
import classes from './Security.module.css'
import { TokenRow } from './TokenRow.tsx'

/** The tokens with which programs act in one's own name. */
export function TokensPage() {
  const words = useWords(accountWords).tokens
  const tokens = useQuery(account.tokens.queryOptions())
  return (
    <div className={classes.part}>
      <Title order={2}>{words.title}</Title>
      <p className={classes.text}>{words.text}</p>
      <MakeToken />
      {tokens.isError && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.isPending && <ListSkeleton rows={2} />}
      {tokens.data?.items.length === 0 && <EmptyState icon={IconKey} title={words.empty} text={words.emptyText} />}
      {tokens.data && tokens.data.items.length > 0 && (
        <SettingsList>
          {tokens.data.items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </SettingsList>
      )}
    </div>
  )
}
