import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { useWords } from '#ui/words/useWords.ts'
import type { Notice } from '../contract.ts'
import { noticesWords } from '../words.ts'
import { NoticeSentence } from './NoticeSentence.tsx'
import classes from './NoticeRow.module.css'
import { useMute } from './useFollow.ts'
import { useRead } from './useNotices.ts'

/** One notice: a link to what it is about, which marks it as read; and the way to hear no more of that. */
export function NoticeRow({ notice, chosen }: { notice: Notice; chosen?: (() => void) | undefined }) {
  const words = useWords(noticesWords)
  const reading = useRead()
  const { about, group, person, said, team, at, unread } = notice
  const heard = heardFrom(notice)
  const { muted, mute, undo } = useMute(heard ?? about)
  const read = () => {
    if (unread) reading.mutate({ ids: [notice.id] })
  }
  const follow = () => {
    read()
    chosen?.()
  }
  return (
    <li className={unread ? `${classes.row} ${classes.unread}` : classes.row}>
      <PersonAvatar person={person} size={36} />
      <div className={classes.words}>
        <RecordLink to={about.path} className={classes.link} onClick={follow}>
          {unread && <span className="loggia-hidden">{words.isUnread}: </span>}
          <NoticeSentence notice={notice} />
        </RecordLink>
        {said && <p className={classes.said}>{said}</p>}
        {muted ? (
          <p className={classes.muted} role="status">
            {heard?.kind === 'group' ? words.follow.mutedGroup : words.follow.muted}{' '}
            <UnstyledButton className={classes.undo} onClick={undo}>
              {words.follow.undo}
            </UnstyledButton>
          </p>
        ) : (
          <div className={classes.below}>
            <TimeAgo at={at} />
            {group && about.kind !== 'group' && <GroupName name={group.name} external={group.external} />}
            {team && <TeamOnly />}
          </div>
        )}
      </div>
      <div className={classes.acts}>
        {heard && !muted && (
          <Tooltip label={words.follow.muteThis({ title: heard.title })} multiline maw={260}>
            <ActionIcon
              className={classes.mute}
              aria-label={words.follow.muteThis({ title: heard.title })}
              onClick={mute}
            >
              <IconBellOff size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        {unread && (
          <button
            type="button"
            className={classes.dot}
            aria-label={words.markRead}
            title={words.markRead}
            onClick={read}
          />
        )}
      </div>
    </li>
  )
}

/** What one would mute to hear no more of the kind: the group of a new post, else the thing itself. What a keeper has to answer is not muted. */
function heardFrom({ happened, about, group }: Notice): { kind: string; id: string; title: string } | null {
  if (happened === 'posted') return group && { kind: 'group', id: group.id, title: group.name }
  return about.kind === 'group' ? null : about
}
