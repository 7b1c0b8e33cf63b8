import { useInUrl } from '#ui/shell/useInUrl.ts'
import type { Asked } from './useFeed.ts'

const kinds = ['posts', 'tasks', 'people'] as const
export type Kind = (typeof kinds)[number]

/** What the feed is narrowed to. It stands in the address, so that a reload or a sent link keeps it. */
export function useFilters(groupId: string | undefined) {
  const [kindWord, setKind] = useInUrl('kind')
  const [unread, setUnread] = useInUrl('unread')
  const [favourites, setFavourites] = useInUrl('favourites')
  const [toConfirm, setToConfirm] = useInUrl('toConfirm')
  const [person, setPerson] = useInUrl('person')
  const [tag, setTag] = useInUrl('tag')
  const [search, setSearch] = useInUrl('search')
  const [chosenGroup, setGroup] = useInUrl('group')
  // The feed of a group is of that one.
  const group = groupId ?? chosenGroup
  const kind = kinds.find((one) => one === kindWord)
  const asked: Asked = {
    ...(group ? { group } : {}),
    ...(kind ? { kind } : {}),
    ...(unread ? { unread: true } : {}),
    ...(favourites ? { favourites: true } : {}),
    ...(toConfirm ? { toConfirm: true } : {}),
    ...(person ? { person } : {}),
    ...(tag ? { tag } : {}),
  }
  return {
    asked,
    narrowed: Boolean(kind ?? (search || unread || favourites || toConfirm || person || tag || (!groupId && group))),
    /** The words that are looked for. */
    search,
    setSearch,
    kind: kind ?? null,
    setKind: (value: string | null) => setKind(value ?? ''),
    unread: Boolean(unread),
    setUnread: (on: boolean) => setUnread(on ? 'yes' : ''),
    favourites: Boolean(favourites),
    setFavourites: (on: boolean) => setFavourites(on ? 'yes' : ''),
    group,
    setGroup: (id: string | null) => setGroup(id ?? ''),
    toConfirm: Boolean(toConfirm),
    setToConfirm: (on: boolean) => setToConfirm(on ? 'yes' : ''),
    person,
    setPerson: (id: string | undefined) => setPerson(id ?? ''),
    tag,
    dropTag: () => setTag(''),
  }
}
export type Filters = ReturnType<typeof useFilters>
