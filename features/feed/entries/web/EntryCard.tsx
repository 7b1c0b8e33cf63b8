import { Fragment } from 'react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { useSections } from '#ui/section.ts'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Entry } from '../../reading/contract.ts'
import { feedWords } from '../../words.ts'
import classes from './EntryCard.module.css'

/** What happened elsewhere in a group, in one quiet line: who set or completed which tasks, who came. It leads to what it names. */
export function EntryCard({ entry, withGroup = false }: { entry: Entry; withGroup?: boolean }) {
  const words = useWords(feedWords)
  const { language } = useLanguage()
  const kind = useSections().find(({ feedEntries }) => feedEntries?.[entry.kind])?.feedEntries?.[entry.kind]
  if (!kind) return null
  const { group, actor, people, things, count, audience, lane } = entry
  const { icon: Icon, says, path } = kind
  const further = count - people.length - things.length
  return (
    <article className={audience === 'team' ? `${classes.entry} ${classes.team}` : classes.entry}>
      <span className={classes.mark}>
        {things.length > 0 ? (
          <PersonAvatar person={actor} size={26} />
        ) : (
          <Icon size={18} aria-hidden className={classes.icon} />
        )}
      </span>
      <div className={classes.body}>
        <div className={classes.head}>
          {things.length > 0 && <PersonName person={actor} voice={group.voice} linked />}
          <span className={classes.says}>{says(language, count)}</span>
          <span className={classes.time}>
            <TimeAgo at={entry.at} />
          </span>
          {withGroup && (
            <span className={classes.group}>
              <GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />
            </span>
          )}
          {audience === 'team' && <TeamOnly />}
          {lane && <LaneMark name={lane.name} />}
        </div>
        <div className={classes.named}>
          {things.map(({ id, name }) =>
            path ? (
              <RecordLink key={id} to={path(id)}>
                {name}
              </RecordLink>
            ) : (
              <Fragment key={id}>{name}</Fragment>
            ),
          )}
          {people.map((person) => (
            <PersonName key={person.id} person={person} linked />
          ))}
          {further > 0 && <span className={classes.further}>{words.further(further)}</span>}
        </div>
      </div>
    </article>
  )
}
