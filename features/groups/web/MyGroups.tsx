import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useSections } from '#ui/section.ts'
import { MenuHeading } from '#ui/shell/MenuHeading.tsx'
import { MenuLink } from '#ui/shell/MenuLink.tsx'
import { useLanguage, useWords } from '#ui/words/useWords.ts'
import { IconDots } from '@tabler/icons-react'
import { groupsWords } from '../words.ts'
import { groups } from './api.ts'

const most = 40

/** The person's groups in the left menu. */
export function MyGroups({ folded }: { folded: boolean }) {
  const words = useWords(groupsWords)
  const { language } = useLanguage()
  const badges = useSections().flatMap(({ name, groupMenuBadge }) =>
    groupMenuBadge ? [{ name, Badge: groupMenuBadge }] : [],
  )
  const { data } = useQuery(groups.list.queryOptions({ input: { mine: true, limit: most } }))
  if (!data || data.items.length === 0) return null
  const sortedGroups = data.items.toSorted((a, b) => a.name.localeCompare(b.name, language))
  return (
    <>
      <MenuHeading folded={folded}>{words.myGroups}</MenuHeading>
      {sortedGroups.map(({ id, name, external }) => (
        <MenuLink
          key={id}
          to={`/groups/${id}`}
          label={name}
          external={external}
          folded={folded}
          badge={
            badges.length > 0 &&
            badges.map(({ name: section, Badge }) => (
              <Suspense key={section}>
                <Badge groupId={id} />
              </Suspense>
            ))
          }
        />
      ))}
      {data.next && <MenuLink to="/groups" label={words.furtherGroups} icon={IconDots} folded={folded} />}
    </>
  )
}
