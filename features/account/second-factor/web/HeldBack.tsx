import { Button, Divider } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { useFace } from '#ui/face.ts'
import { useMe } from '#ui/me.ts'
import { usePortalActs } from '#ui/shell/portalActs.ts'
import { useWords } from '#ui/words/useWords.ts'
import { AddPasskey } from '../../passkeys/web/AddPasskey.tsx'
import { PasskeyButton } from '../../passkeys/web/PasskeyButton.tsx'
import { account } from '../../web/api.ts'
import { PublicTitle } from '#ui/shell/PublicTitle.tsx'
import classes from '../../web/SignIn.module.css'
import { accountWords } from '../../words.ts'
import { useQuery } from '@tanstack/react-query'
import { SetUpCodes } from './SetUpCodes.tsx'

/** All there is for somebody whom the portal asks for a second factor, until they have one, or have shown the passkey that they have. */
export function HeldBack({ letGo }: { letGo: () => void }) {
  const words = useWords(accountWords).secondFactor
  const { name: portal } = useFace()
  const { lacksSecondFactor } = useMe()
  const { signOut } = usePortalActs()
  const [settingUp, setSettingUp] = useState(false)
  const passkeys = useQuery(account.passkeys.queryOptions())
  // Whoever has one shows it: by a password alone nobody sets up another.
  const hasOne = (passkeys.data?.items.length ?? 0) > 0
  // Set up in another window: there is nothing left to do here, unless recovery codes still stand on the screen.
  useEffect(() => {
    if (!lacksSecondFactor && !settingUp) letGo()
  }, [lacksSecondFactor, settingUp, letGo])
  return (
    <div className={classes.form}>
      <PublicTitle
        title={hasOne ? words.showPasskey : words.needed}
        text={hasOne ? words.showPasskeyText({ portal }) : words.neededText({ portal })}
      />
      {passkeys.isError && <ErrorState error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.isPending && <ListSkeleton rows={1} />}
      {settingUp && <SetUpCodes done={letGo} />}
      {!settingUp && hasOne && <PasskeyButton take={(passkey) => account.prove.call({ passkey })} done={letGo} />}
      {!settingUp && passkeys.data && !hasOne && (
        <>
          <Button onClick={() => setSettingUp(true)}>{words.setUp}</Button>
          <AddPasskey added={letGo} />
        </>
      )}
      <Divider />
      <Button variant="subtle" onClick={signOut}>
        {words.leave}
      </Button>
    </div>
  )
}
