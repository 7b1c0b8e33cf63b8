import { Button, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#ui/controls/Dialog.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { queries } from '#ui/queries.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { account } from '../../web/api.ts'
import page from '../../web/Security.module.css'
import { accountWords } from '../../words.ts'
import type { SecondFactorAnswer } from '../contract.ts'
import { EndSecondFactor } from './EndSecondFactor.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import classes from './SecondFactor.module.css'
import { SetUpCodes } from './SetUpCodes.tsx'

const again = () => queries.invalidateQueries({ queryKey: account.secondFactor.key() })

/** One's second factor on the page of one's security: codes from an app, and recovery codes. */
export function SecondFactorPart() {
  const words = useWords(accountWords).secondFactor
  const state = useQuery(account.secondFactor.queryOptions())
  const [settingUp, setSettingUp] = useState(false)
  const close = () => {
    setSettingUp(false)
    void again()
  }
  return (
    <div className={page.part}>
      <Title order={2}>{words.title}</Title>
      <p className={page.text}>{words.text}</p>
      {state.isError && <ErrorState error={state.error} retry={() => void state.refetch()} />}
      {state.isPending && <ListSkeleton rows={1} />}
      {state.data?.since === null && (
        <div>
          <Button onClick={() => setSettingUp(true)}>{words.turnOn}</Button>
        </div>
      )}
      {state.data?.since && <On state={state.data} />}
      {/* Beside the rest and not in it: turning it on ends other sessions, and with that news the lists above ask anew. */}
      <Dialog opened={settingUp} close={close} title={words.setUp}>
        <SetUpCodes done={close} />
      </Dialog>
    </div>
  )
}

function On({ state }: { state: SecondFactorAnswer }) {
  const words = useWords(accountWords).secondFactor
  const general = useWords(uiWords)
  const renew = useMutation(account.newRecoveryCodes.mutationOptions({ onSuccess: again }))
  return (
    <>
      <Text>
        {words.on} {state.since && <TimeAgo at={state.since} />} · {words.left(state.codesLeft)}
      </Text>
      <FormError text={renew.isError ? sentenceOf(renew.error, general) : null} />
      <div className={classes.acts}>
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate(undefined)}>
          {words.renew}
        </Button>
        {!state.stays && <EndSecondFactor />}
      </div>
      <Text c="dimmed">{state.stays ? words.stays : words.renewText}</Text>
      <Dialog opened={renew.isSuccess} close={() => renew.reset()} title={words.codes}>
        {renew.data && <RecoveryCodes codes={renew.data.codes} done={() => renew.reset()} />}
      </Dialog>
    </>
  )
}
