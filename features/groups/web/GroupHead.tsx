import { ActionIcon, Badge } from '@mantine/core'
import { IconSettings } from '@tabler/icons-react'
import { ExternalGroupChip } from '#ui/controls/ExternalGroupChip.tsx'
import { PageHeader } from '#ui/controls/PageHeader.tsx'
import { RecordMenu } from '#ui/controls/RecordMenu.tsx'
import { useMe } from '#ui/me.ts'
import type { GroupTabProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { shortDay } from '#ui/time.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { GroupActions } from './GroupActions.tsx'
import classes from './GroupHead.module.css'
import { GroupMark } from './GroupMark.tsx'
import { mayArchive } from './mayArchive.ts'
import { OutsideLine } from './OutsideLine.tsx'

/** The head of a group's page: what it is, who from outside is in it, what one can do with it. */
export function GroupHead({ group, inside }: { group: Group; inside: GroupTabProps }) {
  const words = useWords(groupsWords)
  const { language } = useLanguage()
  const me = useMe()
  const day = (at: Date) => shortDay(at, new Date(), language, me.timeZone)
  const facts = [
    words.kind[group.kind],
    group.startsAt && words.page.from({ date: day(group.startsAt) }),
    group.endsAt && words.page.until({ date: day(group.endsAt) }),
  ].filter((fact) => fact !== null)
  const keeps = (inside.manages && me.kind === 'employee') || mayArchive(group, me)
  return (
    <div className={classes.head}>
      <span className={classes.mark}>
        <GroupMark name={group.name} external={group.external} size={44} />
      </span>
      <div className={classes.words}>
        <PageHeader
          title={group.name}
          mark={
            group.external ? <ExternalGroupChip /> : <Badge color="gray">{words.visibility[group.visibility]}</Badge>
          }
          below={
            <>
              <div>{facts.join(' · ')}</div>
              {group.description && <div className={classes.description}>{group.description}</div>}
              {group.external && group.mine && <OutsideLine groupId={group.id} />}
            </>
          }
          actions={
            group.mine && (
              <>
                {!inside.archived && <GroupActions group={inside} />}
                <span className={classes.quiet}>
                  {keeps && (
                    <ActionIcon
                      component={PageLink}
                      to={`/groups/${group.id}/settings`}
                      size={36}
                      aria-label={words.settings.title}
                      title={words.settings.title}
                    >
                      <IconSettings size={19} stroke={1.7} aria-hidden />
                    </ActionIcon>
                  )}
                  <RecordMenu kind="group" id={group.id} />
                </span>
              </>
            )
          }
        />
      </div>
    </div>
  )
}
