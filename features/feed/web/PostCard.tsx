import { UnstyledButton } from '@mantine/core'
import { IconMessageCircle } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { FormError } from '#ui/controls/FormError.tsx'
import { GroupName } from '#ui/controls/GroupName.tsx'
import { LaneMark } from '#ui/controls/LaneMark.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { TimeAgo } from '#ui/controls/TimeAgo.tsx'
import { RecordLink } from '#ui/shell/RecordLink.tsx'
import { TeamOnly } from '#ui/controls/TeamOnly.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { AddressedTo } from '../addressing/web/AddressedTo.tsx'
import { AnnouncementLine } from '../announcements/web/AnnouncementLine.tsx'
import { AnnouncementMark } from '../announcements/web/AnnouncementMark.tsx'
import { AppreciationView } from '../appreciations/web/AppreciationView.tsx'
import { CalendarEventView } from '../calendar-events/web/CalendarEventView.tsx'
import type { Post } from '../contract.ts'
import { feedWords } from '../words.ts'
import type { Marks } from '../marks/contract.ts'
import { PollView } from '../polls/web/PollView.tsx'
import { PostTags } from '../tags/web/PostTags.tsx'
import { PostMarks } from '../marks/web/PostMarks.tsx'
import { useMarks } from '../marks/web/useMarks.ts'
import { Edited } from './Edited.tsx'
import acts from './PostActs.module.css'
import classes from './PostCard.module.css'
import { PostBody } from './PostBody.tsx'
import { PostComments } from './PostComments.tsx'
import { PostLetters } from './PostLetters.tsx'
import { PostMenu } from './PostMenu.tsx'
import { PostReactions } from './PostReactions.tsx'
import { useUndo } from './undo.ts'
import { useShare } from './useShare.ts'

interface PostCardProps {
  post: Post
  /** What it is to the reader, where the list knows. */
  marks?: Marks | null
  /** Names the group: where posts of several groups stand together. */
  withGroup?: boolean
  /** Shows all of it with its comments: on its own page. */
  open?: boolean
}

/** One post: who said it where and to whom, what was said, reactions, and the comments when asked for. */
export function PostCard({ post, marks: given, withGroup = false, open = false }: PostCardProps) {
  const words = useWords(feedWords)
  const [talking, setTalking] = useState(open)
  const [editing, setEditing] = useState(false)
  const heading = useId()
  const deleted = useUndo() === post.id
  const share = useShare(post)
  const { marks, acts: keeping, problem } = useMarks(post.id, given)
  const { author, group, createdAt, audience, lane } = post
  // Until the list has heard of it.
  if (deleted) return null
  return (
    <article
      className={`${open ? classes.whole : classes.card} ${audience === 'team' ? classes.team : ''}`}
      aria-labelledby={heading}
    >
      <header className={classes.head}>
        <PersonAvatar person={author} size={38} />
        <div className={classes.who}>
          <div id={heading} className={classes.name}>
            <PersonName person={author} voice={group?.voice ?? false} linked />
          </div>
          <div className={classes.place}>
            <RecordLink to={`/posts/${post.id}`} className={classes.time}>
              <TimeAgo at={createdAt} />
            </RecordLink>
            <Edited post={post} />
            {!group && <AddressedTo to={post.to} />}
            {withGroup && group && (
              <span className={classes.group}>
                <GroupName name={group.name} external={group.external} to={`/groups/${group.id}`} />
              </span>
            )}
            {post.announcement && <AnnouncementMark />}
            {audience === 'team' && <TeamOnly />}
            {lane && <LaneMark name={lane.name} />}
            <PostMarks marks={marks} />
          </div>
        </div>
        <PostMenu post={post} open={open} edit={() => setEditing(true)} acts={[...keeping, share.act]} />
      </header>
      <FormError text={problem} />
      <div className={classes.shared} role="status">
        {share.said}
      </div>
      <PostBody post={post} whole={open} editing={editing} close={() => setEditing(false)} />
      {!editing && <PostTags post={post} everywhere={withGroup} />}
      {post.poll && <PollView post={post} poll={post.poll} />}
      {post.appreciation && <AppreciationView appreciation={post.appreciation} />}
      {post.calendarEvent && !editing && <CalendarEventView post={post} event={post.calendarEvent} />}
      {post.announcement && <AnnouncementLine post={post} announcement={post.announcement} />}
      <PostReactions post={post}>
        {!open && (post.comments > 0 || !group?.archived) && (
          <UnstyledButton className={acts.act} aria-expanded={talking} onClick={() => setTalking(!talking)}>
            <IconMessageCircle size={17} aria-hidden />
            {post.comments > 0 ? words.comments(post.comments) : words.comment}
          </UnstyledButton>
        )}
      </PostReactions>
      <PostLetters post={post} open={open} />
      {talking && <PostComments post={post} />}
    </article>
  )
}
