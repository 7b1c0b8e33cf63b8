import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import { accountWords } from '../../words.ts'

/** Turns the second factor off, after a question. */
export function EndSecondFactor() {
  const words = useWords(accountWords).secondFactor
  const general = useWords(uiWords)
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  const end = useMutation(
    account.endSecondFactor.mutationOptions({
      onSuccess: async () => {
        close()
        await queries.invalidateQueries({ queryKey: account.secondFactor.key() })
      },
    }),
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.turnOff}
      </Button>
      <Dialog opened={asking} close={close} title={words.turnOffTitle}>
        <FormError text={end.isError ? sentenceOf(end.error, general, { SECOND_FACTOR_STAYS: words.stays }) : null} />
        <Text>{words.turnOffText}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            {words.turnOff}
          </Button>
        </Group>
      </Dialog>
    </>
  )
}
