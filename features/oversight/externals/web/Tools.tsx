import { Chip, Select } from '@mantine/core'
import { SearchInUrl } from '#features/people/web/door.tsx'
import { useWords } from '#ui/words/useWords.ts'
import { externalsWords } from '../words.ts'
import { PlaceField } from './PlaceField.tsx'
import classes from './Tools.module.css'
import { flags, type useFilter } from './useFilter.ts'

/** Search, filters as chips, company and group; on a phone also the order, which elsewhere the heads of the columns change. */
export function Tools({ filter, order, set }: Pick<ReturnType<typeof useFilter>, 'filter' | 'order' | 'set'>) {
  const words = useWords(externalsWords)
  return (
    <div role="search" className={classes.tools}>
      <SearchInUrl
        className={classes.search}
        label={words.search}
        clear={words.clear}
        value={filter.search ?? ''}
        set={(text) => set('search', text)}
      />
      <PlaceField
        className={classes.place}
        kind="company"
        value={filter.companyId}
        onChange={(id) => set('companyId', id)}
      />
      <PlaceField className={classes.place} kind="group" value={filter.groupId} onChange={(id) => set('groupId', id)} />
      <Select
        className={`${classes.place} ${classes.order}`}
        aria-label={words.order.label}
        data={(['name', 'seen', 'unseen', 'until'] as const).map((value) => ({ value, label: words.order[value] }))}
        allowDeselect={false}
        value={order}
        onChange={(value) => set('order', value === 'name' ? '' : value)}
      />
      <div role="group" aria-label={words.filters} className={classes.chips}>
        {flags.map((flag) => (
          <Chip key={flag} size="xs" checked={filter[flag]} onChange={(on) => set(flag, on ? '1' : '')}>
            {words.filter[flag]}
          </Chip>
        ))}
      </div>
    </div>
  )
}
