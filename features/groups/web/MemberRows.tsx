import { Badge, Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonAvatar } from '#ui/controls/PersonAvatar.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import { useMe } from '#ui/me.ts'
import { shortDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { StayLine } from '../sponsoring/web/StayLine.tsx'
import { MemberMenu } from './MemberMenu.tsx'
import classes from './MemberRows.module.css'

interface MemberRowsProps {
  groupId: string
  kind?: 'employee' | 'external'
  search?: string
  /** Given, each row ends with what the owner and moderators can do with that member. */
  keeping?: { owns: boolean; archived: boolean }
}

/** People of a group one below the other, page by page. */
export function MemberRows({ groupId, kind, search, keeping }: MemberRowsProps) {
  const words = useWords(groupsWords)
  const { language } = useLanguage()
  const me = useMe()
  const asked = { id: groupId, limit: 100, ...(kind ? { kind } : {}), ...(search ? { search } : {}) }
  const list = useInfiniteQuery({
    ...groups.members.infiniteOptions({
      input: (after: string | undefined) => ({ ...asked, ...(after ? { after } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  if (list.isPending) return <ListSkeleton rows={6} faces />
  if (list.isError) return <ErrorState error={list.error} retry={() => void list.refetch()} rules={words.rules} />
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <p className={classes.nobody}>{words.members.nobody}</p>
  return (
    <>
      <ul className={classes.list}>
        {items.map((member) => (
          <li key={member.person.id} className={member.lapsedAt ? `${classes.row} ${classes.lapsed}` : classes.row}>
            <PersonAvatar person={member.person} size={34} />
            <div className={classes.name}>
              <PersonName person={member.person} linked />
              {member.person.id === me.id && <span className={classes.you}>{words.members.you}</span>}
              <StayLine member={member} />
            </div>
            {member.role !== 'member' && (
              <Badge {...(member.role === 'moderator' ? { color: 'gray' } : {})}>{words.role[member.role]}</Badge>
            )}
            <span className={classes.since}>
              {words.members.since({ date: shortDay(member.since, new Date(), language, me.timeZone) })}
            </span>
            {keeping && (
              <span className={classes.acts}>
                {member.person.id !== me.id && member.role !== 'owner' && (
                  <MemberMenu groupId={groupId} member={member} {...keeping} />
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}
