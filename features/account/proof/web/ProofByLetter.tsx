import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import classes from '../../web/SignIn.module.css'
import { accountWords } from '../../words.ts'
import { ProofByCode } from './ProofByCode.tsx'

/** Shows by a code from a letter or a text message that it is oneself: for somebody without a password. */
export function ProofByLetter({ to, done }: { to: 'address' | 'phone'; done: () => void }) {
  const { proof: words, phone } = useWords(accountWords)
  const general = useWords(uiWords)
  const ask = useMutation(account.sendProofCode.mutationOptions())
  if (ask.isSuccess)
    return (
      <div className={classes.form}>
        <Text role="status">{to === 'phone' ? phone.proofSent : words.letterSent}</Text>
        <ProofByCode done={done} />
      </div>
    )
  return (
    <div className={classes.form}>
      <FormError text={ask.isError ? sentenceOf(ask.error, general) : null} />
      <Text>{to === 'phone' ? phone.proofText : words.letterText}</Text>
      <Button loading={ask.isPending} onClick={() => ask.mutate(undefined)} data-autofocus fullWidth>
        {words.sendLetter}
      </Button>
    </div>
  )
}
