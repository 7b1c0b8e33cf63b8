import type { Found } from '#ui/section.ts'
import { groups } from './api.ts'

const most = 6

/** Groups for the search palette. */
export async function findGroups(text: string): Promise<Found[]> {
  const { items: listedGroups } = await groups.list.call({ search: text, limit: most })
  return listedGroups.map(({ id, name, external }) => ({
    id,
    name,
    path: `/groups/${id}`,
    ...(external ? { external: 'group' as const } : {}),
  }))
}
