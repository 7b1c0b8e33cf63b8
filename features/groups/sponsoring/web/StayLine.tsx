import { Badge } from '@mantine/core'
import { useWords } from '#ui/words/useWords.ts'
import type { Member } from '../../contract.ts'
import { sponsoringWords } from '../words.ts'
import classes from './StayLine.module.css'
import { useDays } from './useDays.ts'

/** Below the name of a member from outside: until when they are let in, whether that is over, and who answers for them. */
export function StayLine({ member: { until, lapsedAt, sponsor } }: { member: Member }) {
  const { stay: words } = useWords(sponsoringWords)
  const dated = useDays()
  const said = [
    until && !lapsedAt && words.until({ date: dated(until) }),
    sponsor && words.answers({ name: sponsor.name }),
  ]
  const line = said.filter(Boolean).join(' · ')
  return (
    <>
      {lapsedAt && (
        <Badge color="gray" variant="outline">
          {words.endedMark}
        </Badge>
      )}
      {line && <span className={classes.line}>{line}</span>}
    </>
  )
}
