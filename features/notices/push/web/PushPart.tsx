import { Button, Title } from '@mantine/core'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { FormError } from '#ui/controls/FormError.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { SettingsList } from '#ui/controls/SettingsList.tsx'
import { sentenceOf } from '#ui/errors.ts'
import { uiWords } from '#ui/words.ts'
import { useWords } from '#ui/words/useWords.ts'
import { pushWords } from '../words.ts'
import { DeviceRow } from './DeviceRow.tsx'
import classes from './Push.module.css'
import { PushFailed, usePush } from './usePush.ts'

/** Push under one's own settings: in this browser, and in the others where it is on. */
export function PushPart() {
  const words = useWords(pushWords)
  const general = useWords(uiWords)
  const { asked, items, standing, turnOn, turnOff } = usePush()
  const failed = turnOn.error ?? turnOff.error
  const sentence = failed instanceof PushFailed ? words.failed : failed && sentenceOf(failed, general, words.rules)
  const others = items.filter(({ present }) => !present)
  const here = items.find(({ present }) => present)
  if (asked.isError && !asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <ListSkeleton rows={1} />
  return (
    <div className={classes.part}>
      <Title order={3}>{words.here}</Title>
      <p className={classes.text}>{words.standing[standing]}</p>
      <FormError text={sentence ?? null} />
      {standing === 'off' && (
        <div>
          <Button loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
            {words.turnOn}
          </Button>
        </div>
      )}
      {standing === 'on' && here && (
        <div>
          <Button variant="default" loading={turnOff.isPending} onClick={() => turnOff.mutate(here)}>
            {words.turnOff}
          </Button>
        </div>
      )}
      {others.length > 0 && (
        <>
          <Title order={4}>{words.others}</Title>
          <SettingsList>
            {others.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                busy={turnOff.isPending}
                remove={() => turnOff.mutate(device)}
              />
            ))}
          </SettingsList>
        </>
      )}
    </div>
  )
}
