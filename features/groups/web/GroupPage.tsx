import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { NotFoundState } from '#ui/controls/NotFoundState.tsx'
import { failureOf } from '#ui/errors.ts'
import { useSections, type GroupTabProps, type PageProps } from '#ui/section.ts'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import type { Group } from '../contract.ts'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'
import { ArchivedBanner } from './ArchivedBanner.tsx'
import { GroupDoorstep } from './GroupDoorstep.tsx'
import { GroupHead } from './GroupHead.tsx'
import { GroupTabs } from './GroupTabs.tsx'
import classes from './GroupPage.module.css'
import { tabsOf } from './tabs.ts'

/** A group: its head, its tools as tabs, each with an address of its own. Hidden and missing ones look the same. */
export function GroupPage({ params: { id = '', tab = '' } }: PageProps) {
  const words = useWords(groupsWords)
  const { data: group, error, refetch } = useQuery(groups.get.queryOptions({ input: { id } }))
  // An address that is no id at all is refused by the server as such; to people it is just not there.
  if (error && (failureOf(error) === 'missing' || failureOf(error) === 'invalid')) return <NotFoundState />
  if (!group) {
    if (error) return <ErrorState error={error} retry={() => void refetch()} rules={words.rules} />
    return <ListSkeleton rows={5} />
  }
  const inside: GroupTabProps = {
    groupId: group.id,
    groupName: group.name,
    external: group.external,
    manages: group.mine === 'owner' || group.mine === 'moderator',
    addsColleagues: group.addsColleagues,
    archived: group.archivedAt !== null,
  }
  return (
    <>
      <GroupHead group={group} inside={inside} />
      <ArchivedBanner group={group} />
      {group.mine ? <Tool group={group} inside={inside} tab={tab} /> : <GroupDoorstep group={group} />}
    </>
  )
}

function Tool({ group, inside, tab }: { group: Group; inside: GroupTabProps; tab: string }) {
  const { language } = useLanguage()
  const sections = useSections()
  const tabs = tabsOf(sections, group)
  const present = tabs.find(({ path }) => path === tab) ?? (tab === '' ? tabs[0] : undefined)
  return (
    <>
      {sections.map(
        ({ name, groupNote: Note }) =>
          Note && (
            <Suspense key={name}>
              <Note groupId={group.id} />
            </Suspense>
          ),
      )}
      <GroupTabs group={inside} tabs={tabs} tab={tab} />
      {present ? (
        <section className={classes.tool}>
          <h2 className="loggia-hidden">{present.label(language)}</h2>
          <Suspense fallback={<ListSkeleton />}>
            <present.component {...inside} />
          </Suspense>
        </section>
      ) : (
        <NotFoundState />
      )}
    </>
  )
}
