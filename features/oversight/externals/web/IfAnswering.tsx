import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMe } from '#ui/me.ts'
import { oversight } from '../../web/api.ts'

/** Draws what leads to the page for administrators, and for whoever answers for somebody from outside or invited them. */
export function IfAnswering({ children }: { children: ReactNode }) {
  const { administrator } = useMe()
  const { data } = useQuery({
    ...oversight.externals.list.queryOptions({ input: { limit: 1 } }),
    enabled: !administrator,
  })
  return administrator || (data && data.items.length > 0) ? children : null
}
