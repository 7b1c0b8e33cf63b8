import { ActionIcon, Chip, Menu, Select } from '@mantine/core'
import { IconChecks, IconDots, IconKeyboard, IconMessageDown, IconSquare, IconSquareCheck } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { GroupPicker } from '#features/groups/web/door.tsx'
import { FilterField } from '#ui/controls/FilterField.tsx'
import { SearchInUrl } from '#ui/controls/SearchInUrl.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { announcementsWords } from '../../announcements/words.ts'
import { keeping } from '../../marks/web/api.ts'
import { feedWords } from '../../words.ts'
import { ChosenTag } from '../../tags/web/ChosenTag.tsx'
import { reading } from './api.ts'
import { AuthorField } from './AuthorField.tsx'
import classes from './FeedFilters.module.css'
import { momentOf } from './order.ts'
import type { Filters, Kind } from './useFilters.ts'

/** Letters that the server takes. */
const longestSearch = 200

interface FeedFiltersProps {
  groupId?: string | undefined
  filters: Filters
  /** The place up to which all is on the screen. */
  upTo: string | undefined
  goToUnread: () => void
  showKeys: () => void
  /** The field in which one looks for words. */
  field: RefObject<HTMLInputElement | null>
}

/** What of the feed is shown, and how it is read. */
export function FeedFilters({ groupId, filters, upTo, goToUnread, showKeys, field }: FeedFiltersProps) {
  const words = useWords(feedWords)
  const announcementWords = useWords(announcementsWords)
  const cache = useQueryClient()
  const { data: settings } = useQuery(keeping.settings.queryOptions())
  const set = useMutation(
    keeping.set.mutationOptions({
      onSuccess: (answer) => {
        cache.setQueryData(keeping.settings.queryKey(), answer)
        return cache.resetQueries({ queryKey: reading.items.key() })
      },
    }),
  )
  const readAll = useMutation(
    keeping.readAll.mutationOptions({ onSuccess: () => cache.invalidateQueries({ queryKey: keeping.key() }) }),
  )
  const { show } = words
  const hidden = settings?.hideTasks ?? false
  const kinds: Kind[] = ['posts', 'tasks', 'people']
  return (
    <div className={classes.filters} role="group" aria-label={show.title}>
      <SearchInUrl
        ref={field}
        className={classes.search}
        size="xs"
        longest={longestSearch}
        label={words.search.prompt}
        clear={words.search.clear}
        value={filters.search}
        set={filters.setSearch}
      />
      <div>
        <Menu>
          <Menu.Target>
            <ActionIcon aria-label={show.more}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconMessageDown size={16} aria-hidden />} onClick={goToUnread}>
              {words.keys.unread}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconChecks size={16} aria-hidden />}
              onClick={() =>
                readAll.mutate({
                  ...(filters.group ? { group: filters.group } : {}),
                  ...(upTo ? { upTo: momentOf(upTo) } : {}),
                })
              }
            >
              {show.readAll}
            </Menu.Item>
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={hidden}
              leftSection={hidden ? <IconSquareCheck size={16} aria-hidden /> : <IconSquare size={16} aria-hidden />}
              onClick={() => set.mutate({ hideTasks: !hidden })}
            >
              {show.hideTasks}
            </Menu.Item>
            <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={showKeys}>
              {words.keys.title}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {!filters.search && (
        <FilterField width={120}>
          <Select
            label={show.kind}
            placeholder={show.everything}
            clearable
            value={filters.kind}
            onChange={filters.setKind}
            data={kinds.map((value) => ({ value, label: show.kinds[value] }))}
          />
        </FilterField>
      )}
      {!groupId && (
        <FilterField width={120}>
          <GroupPicker
            value={filters.group}
            onChange={filters.setGroup}
            label={show.group}
            placeholder={show.everyGroup}
            clearable
          />
        </FilterField>
      )}
      <AuthorField groupId={filters.group || undefined} value={filters.person} onChange={filters.setPerson} />
      <div className={classes.chips}>
        <Chip size="xs" variant="outline" checked={filters.unread} onChange={filters.setUnread}>
          {show.unread}
        </Chip>
        <Chip size="xs" variant="outline" checked={filters.favourites} onChange={filters.setFavourites}>
          {show.favourites}
        </Chip>
        <Chip size="xs" variant="outline" checked={filters.toConfirm} onChange={filters.setToConfirm}>
          {announcementWords.toConfirm}
        </Chip>
        {filters.tag && <ChosenTag tag={filters.tag} drop={filters.dropTag} />}
      </div>
    </div>
  )
}
