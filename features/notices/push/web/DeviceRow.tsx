import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { accountWords } from '#features/account/words.ts'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { PushDevice } from '../contract.ts'
import { pushWords } from '../words.ts'
import classes from './Push.module.css'

interface DeviceRowProps {
  device: PushDevice
  busy: boolean
  remove: () => void
}

/** Another browser in which push is on, and the way to turn it off there. */
export function DeviceRow({ device: { browser, system, lastUsedAt }, busy, remove }: DeviceRowProps) {
  const words = useWords(pushWords)
  const called = useWords(accountWords).security
  const where = browser && system ? called.on({ browser, system }) : (browser ?? system ?? called.unknown)
  const Device = system === 'Android' || system === 'iOS' ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={classes.row}>
      <Device size={22} stroke={1.5} aria-hidden />
      <div className={classes.what}>
        <div className={classes.name}>{where}</div>
        <div className={classes.when}>
          {called.lastUsed} <TimeAgo at={lastUsedAt} />
        </div>
      </div>
      <Button variant="default" size="xs" disabled={busy} onClick={remove} aria-label={words.turnOffThere({ where })}>
        {words.turnOff}
      </Button>
    </li>
  )
}
