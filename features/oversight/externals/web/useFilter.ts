import { useLocation, useNavigate } from '@tanstack/react-router'
import type { Filter, Order } from '../contract.ts'

/** The filters that are on or off, as they stand in the address. */
export const flags = ['mine', 'never', 'sponsorLeft', 'expiring', 'many', 'none'] as const
export type Flag = (typeof flags)[number]

const orders: readonly Order[] = ['name', 'seen', 'unseen', 'until']
const keys = ['search', 'companyId', 'groupId', ...flags] as const
type Key = (typeof keys)[number] | 'order'

/** What the list is narrowed to and how it is sorted: all of it stands in the address. */
export function useFilter() {
  const location = useLocation()
  const navigate = useNavigate()
  const query = location.search as Record<string, string | undefined>
  const put = (next: Partial<Record<Key, string>>) =>
    void navigate({ to: location.pathname, search: { ...query, ...next }, replace: true, resetScroll: false })
  const { search, companyId, groupId } = query
  const filter: Filter = {
    ...(search ? { search } : {}),
    ...(companyId ? { companyId } : {}),
    ...(groupId ? { groupId } : {}),
    ...(Object.fromEntries(flags.map((flag) => [flag, query[flag] === '1'])) as Record<Flag, boolean>),
  }
  return {
    filter,
    order: orders.find((order) => order === query.order) ?? 'name',
    narrowed: keys.some((key) => query[key]),
    set: (key: Key, value: string | null) => put({ [key]: value ?? '' }),
    clear: () => put(Object.fromEntries(keys.map((key) => [key, '']))),
  }
}
