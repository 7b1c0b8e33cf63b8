import { useSyncExternalStore } from 'react'
import { useMeOrNobody } from '../me.ts'
import { exactTime, relativeTime } from '../time.ts'
import { useLanguage } from '../words/useWords.ts'

const tick = 30_000

// All the times on a screen turn together, at most twice a minute.
function everyTick(changed: () => void): () => void {
  const timer = setInterval(changed, tick)
  return () => clearInterval(timer)
}

/** A moment in words ("5 minutes ago"), with the exact one on hover, in the person's own zone. */
export function TimeAgo({ at }: { at: Date }) {
  const { language } = useLanguage()
  const zone = useMeOrNobody()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  useSyncExternalStore(everyTick, () => Math.floor(Date.now() / tick))
  return (
    <time dateTime={at.toISOString()} title={exactTime(at, language, zone)}>
      {relativeTime(at, new Date(), language, zone)}
    </time>
  )
}
