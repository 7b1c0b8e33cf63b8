import { Badge } from '@mantine/core'
import { groupsWords } from '#features/groups/words.ts'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { useMe } from '#ui/me.ts'
import { shortDay, writtenDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Stay } from '../contract.ts'
import { externalsWords } from '../words.ts'
import classes from './ExternalPersonPage.module.css'

/** One group of somebody from outside: as what, since and until when, and what it shares with them. */
export function StayRow({ stay }: { stay: Stay }) {
  const words = useWords(externalsWords)
  const ofGroups = useWords(groupsWords)
  const { language } = useLanguage()
  const { timeZone } = useMe()
  const { group, opens, role, since, until, lapsedAt, archived, isolation, shares } = stay
  const now = new Date()
  const shared = [
    shares.posts > 0 && words.posts(shares.posts),
    shares.tasks > 0 && words.tasks(shares.tasks),
    shares.people > 0 && words.people(shares.people),
  ].filter(Boolean)
  return (
    <li className={classes.stay}>
      <div className={classes.line}>
        <GroupName name={group.name} external {...(opens ? { to: `/groups/${group.id}` } : {})} />
        {role === 'moderator' && <Badge color="gray">{ofGroups.role.moderator}</Badge>}
        {archived && <Badge color="gray">{words.archived}</Badge>}
        {lapsedAt && <Badge color="red">{words.ended}</Badge>}
      </div>
      <div className={classes.quiet}>
        {words.stayFrom({ since: shortDay(since, now, language, timeZone) })}
        {' · '}
        {until ? words.stayUntil({ until: writtenDay(until, now, language) }) : words.openEnd}
        {' · '}
        {words.among({ how: ofGroups.isolation.name[isolation] })}
      </div>
      <div className={classes.quiet}>
        {words.shares}: {shared.join(', ') || words.nothingShared}
      </div>
    </li>
  )
}
