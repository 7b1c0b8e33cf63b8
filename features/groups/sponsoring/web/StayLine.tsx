import { Badge } from '@mantine/core'
import { Dotted } from '#ui/controls/Dotted.tsx'
import { Named } from '#ui/controls/Named.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Member } from '../../contract.ts'
import { sponsoringWords } from '../words.ts'
import classes from './StayLine.module.css'
import { useDays } from './useDays.ts'

/** Below the name of a member from outside: until when they are let in, whether that is over, and who answers for them. */
export function StayLine({ member: { until, lapsedAt, sponsor } }: { member: Member }) {
  const { stay: words } = useWords(sponsoringWords)
  const dated = useDays()
  const lets = until && !lapsedAt
  return (
    <>
      {lapsedAt && (
        <Badge color="gray" variant="outline">
          {words.endedMark}
        </Badge>
      )}
      {(lets || sponsor) && (
        <span className={classes.line}>
          <Dotted>
            {lets && words.until({ date: dated(until) })}
            {sponsor && <Named person={sponsor}>{words.answers({ name: sponsor.name })}</Named>}
          </Dotted>
        </span>
      )}
    </>
  )
}
