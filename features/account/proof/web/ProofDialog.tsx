import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../../words.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/SignIn.module.css'
import { PasskeyButton } from '../../passkeys/web/PasskeyButton.tsx'
import { ProofByCode } from './ProofByCode.tsx'
import { ProofByLetter } from './ProofByLetter.tsx'
import { ProofByPassword } from './ProofByPassword.tsx'

/** One small question before something dangerous: is it really you? */
export function ProofDialog({ settle }: { settle: (proved: boolean) => void }) {
  const words = useWords(accountWords).proof
  const asked = useQuery(account.proofWays.queryOptions({ staleTime: 0 }))
  const done = () => settle(true)
  return (
    <Dialog opened close={() => settle(false)} title={words.title}>
      <Text c="dimmed" mb="sm">
        {words.text}
      </Text>
      {asked.isError && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.isPending && <ListSkeleton rows={1} />}
      {asked.data?.ways.includes('password') && <ProofByPassword done={done} />}
      {asked.data?.ways.includes('letter') && <ProofByLetter to="address" done={done} />}
      {asked.data?.ways.includes('message') && <ProofByLetter to="phone" done={done} />}
      {asked.data?.ways.includes('code') && <ProofByCode description={words.codeHint} done={done} />}
      {asked.data?.ways.includes('passkey') && (
        <div className={classes.other}>
          <PasskeyButton take={(passkey) => account.prove.call({ passkey })} done={done} />
        </div>
      )}
    </Dialog>
  )
}
