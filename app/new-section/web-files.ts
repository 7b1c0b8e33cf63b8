import type { Names } from './names.ts'

const words = (Name: string, one: string, language: string): string =>
  language === 'en'
    ? `/** The words of ${Name.toLowerCase()}, in English. */
export const en = {
  title: '${Name}',
  empty: 'Nothing here yet',
  emptyText: 'What a ${one} is for, and the first step.',
}
`
    : `import type { Words } from '#ui/words/catalogue.ts'
import type { en } from './en.ts'

/** The words of ${Name.toLowerCase()}, in ${language === 'ru' ? 'Russian' : 'Polish'}. */
export const ${language}: Words<typeof en, '${language}'> = {
  title: '${Name}',
  empty: '${language === 'ru' ? 'Здесь пока ничего нет' : 'Nic tu jeszcze nie ma'}',
  emptyText: '${language === 'ru' ? 'Для чего это и с чего начать.' : 'Do czego to służy i od czego zacząć.'}',
}
`

/** The web half of a new section and its words: a tab in every group. */
export const webFiles = ({ name, one, Name }: Names): Record<string, string> => ({
  'words.ts': `
import { catalogue } from '#ui/words/catalogue.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import { ru } from './words/ru.ts'

/** What people read about ${name}. */
export const ${name}Words = catalogue({ en, ru, pl })
`,
  'words/en.ts': words(Name, one, 'en'),
  'words/ru.ts': words(Name, one, 'ru'),
  'words/pl.ts': words(Name, one, 'pl'),
  'web/api.ts': `
import { api } from '#ui/api.ts'
import type { ${name}Contract } from '../contract.ts'

/** The calls of ${name}. */
export const ${name} = api<typeof ${name}Contract>('${name}')
`,
  'web/section.tsx': `
import { lazy } from 'react'
import type { WebSection } from '#ui/section.ts'
import { label } from '#ui/words/catalogue.ts'
import { ${name}Words } from '../words.ts'

const Group${Name} = lazy(() => import('./Group${Name}.tsx').then((m) => ({ default: m.Group${Name} })))

/** ${Name} on the screen: a tab in every group. */
export const ${name}Section: WebSection = {
  name: '${name}',
  openTo: 'everyone',
  groupTab: { label: label(${name}Words, (words) => words.title), order: 50, path: '${name}', component: Group${Name} },
}
`,
  [`web/Group${Name}.tsx`]: `
import { useQuery } from '@tanstack/react-query'
import { IconStack2 } from '@tabler/icons-react'
import { EmptyState } from '#ui/controls/EmptyState.tsx'
import { ErrorState } from '#ui/controls/ErrorState.tsx'
import { ListSkeleton } from '#ui/controls/ListSkeleton.tsx'
import { PersonName } from '#ui/controls/PersonName.tsx'
import type { GroupTabProps } from '#ui/section.ts'
import { useWords } from '#ui/words/useWords.ts'
import { ${name}Words } from '../words.ts'
import { ${name} } from './api.ts'

/** The ${name} of a group. */
export function Group${Name}({ groupId }: GroupTabProps) {
  const words = useWords(${name}Words)
  const { data, error, isPending, refetch } = useQuery(${name}.list.queryOptions({ input: { group: groupId } }))
  if (isPending) return <ListSkeleton />
  if (error) return <ErrorState error={error} retry={() => void refetch()} />
  if (data.items.length === 0) return <EmptyState icon={IconStack2} title={words.empty} text={words.emptyText} />
  return (
    <ul>
      {data.items.map(({ id, title, author }) => (
        <li key={id}>
          {title} <PersonName person={author} />
        </li>
      ))}
    </ul>
  )
}
`,
})
