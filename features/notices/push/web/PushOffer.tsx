import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#ui/words/useWords.ts'
import { pushWords } from '../words.ts'
import classes from './Push.module.css'
import { usePush } from './usePush.ts'

const keptAs = 'loggia.push.offered'

/** Offers push in this browser above the notices, once: until it is taken or declined, and nowhere where it cannot be turned on. */
export function PushOffer() {
  const words = useWords(pushWords)
  const [declined, setDeclined] = useState(() => localStorage.getItem(keptAs) !== null)
  const { asked, standing, turnOn } = usePush()
  const isNew = !('Notification' in window) || Notification.permission === 'default'
  if (declined || !isNew || !asked.data || standing !== 'off') return null
  const decline = () => {
    localStorage.setItem(keptAs, 'declined')
    setDeclined(true)
  }
  return (
    <section className={classes.offer} aria-label={words.here}>
      <div className={classes.offered}>
        <p className={classes.name}>{words.offer.title}</p>
        <p className={classes.when}>{turnOn.isError ? words.failed : words.offer.text}</p>
      </div>
      <div className={classes.buttons}>
        <Button size="xs" loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
          {words.turnOn}
        </Button>
        <Button size="xs" variant="subtle" onClick={decline}>
          {words.offer.no}
        </Button>
      </div>
    </section>
  )
}
