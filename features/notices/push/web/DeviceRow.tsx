import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { accountWords } from '#features/account/words.ts'
import { SettingsRow } from '#ui/controls/SettingsList.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { PushDevice } from '../contract.ts'
import { pushWords } from '../words.ts'

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
    <SettingsRow
      icon={<Device size={22} stroke={1.5} aria-hidden />}
      name={where}
      when={
        <>
          {called.lastUsed} <TimeAgo at={lastUsedAt} />
        </>
      }
    >
      <Button variant="default" size="xs" disabled={busy} onClick={remove} aria-label={words.turnOffThere({ where })}>
        {words.turnOff}
      </Button>
    </SettingsRow>
  )
}
