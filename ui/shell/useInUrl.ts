import { useLocation, useNavigate } from '@tanstack/react-router'
import type { Query } from './address.ts'

/**
 * Something that stands in the address, so that a reload or a sent link keeps it: a filter, a tab.
 * `const [state, setState] = useInUrl('state')`; an empty text takes it out.
 */
export function useInUrl(key: string): [value: string, set: (value: string) => void] {
  const location = useLocation()
  const navigate = useNavigate()
  const query = location.search as Query
  return [
    query[key] ?? '',
    (value) =>
      void navigate({ to: location.pathname, search: { ...query, [key]: value }, replace: true, resetScroll: false }),
  ]
}
