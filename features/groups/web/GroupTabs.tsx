import { Suspense } from 'react'
import { useSections, type GroupTab, type GroupTabProps } from '#ui/section.ts'
import { PageLink } from '#ui/shell/PageLink.tsx'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { groupsWords } from '../words.ts'
import classes from './GroupTabs.module.css'

/** The tools of a group side by side; links, so that each has its address and opens in a tab of the browser too. */
export function GroupTabs({ group, tabs, tab }: { group: GroupTabProps; tabs: readonly GroupTab[]; tab: string }) {
  const words = useWords(groupsWords)
  const { language } = useLanguage()
  const badges = useSections().flatMap(({ name, groupMembersBadge: Badge }) => (Badge ? [{ name, Badge }] : []))
  // Where the group has no feed, its first page is another tool, which is marked there too.
  const addressOf = (path: string) => (path === '' || (tab === '' && path === tabs[0]?.path) ? '' : `/${path}`)
  return (
    <nav className={classes.tabs} aria-label={words.page.parts}>
      {tabs.map(({ path, label }) => (
        <PageLink key={path} to={`/groups/${group.groupId}${addressOf(path)}`} exact className={classes.tab}>
          {label(language)}
          {path === 'members' && (
            <Suspense>
              {badges.map(({ name, Badge }) => (
                <Badge key={name} {...group} />
              ))}
            </Suspense>
          )}
        </PageLink>
      ))}
    </nav>
  )
}
