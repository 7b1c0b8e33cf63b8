import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { accountWords } from '../../words.ts'
import type { PasskeyAnswer } from '../contract.ts'
import { askPasskey, isOfBrowser } from './askPasskey.ts'

/** Asks for a passkey, and hands its answer on. Says what went wrong, the browser's refusals too. */
export function PasskeyButton({
  take,
  done,
  failed,
}: {
  take: (passkey: PasskeyAnswer) => Promise<unknown>
  done: () => void
  /** Hears of a refusal before it is said; answers true when that would be too much. */
  failed?: (error: unknown) => boolean
}) {
  const words = useWords(accountWords).passkeys
  const general = useWords(uiWords)
  const [hushed, setHushed] = useState(false)
  const use = useMutation({
    mutationFn: async () => take(await askPasskey()),
    onSuccess: done,
    onError: (error) => setHushed(failed?.(error) ?? false),
  })
  const rules = { PASSKEY_UNKNOWN: words.unknown, PASSKEY_DOES_NOT_HOLD: words.doesNotHold, INVALID: words.doesNotHold }
  const told = use.isError && !hushed
  const sentence = isOfBrowser(use.error) ? words.failed : sentenceOf(use.error, general, rules)
  return (
    <>
      <FormError text={told ? sentence : null} />
      <Button
        variant="default"
        fullWidth
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={use.isPending || use.isSuccess}
        onClick={() => use.mutate()}
      >
        {words.use}
      </Button>
    </>
  )
}
