import type { Found } from '#ui/section.ts'
import { people } from './api.ts'

const most = 6

/** People by name, position or company for the search palette: colleagues first, then people from outside. */
export async function findPeople(text: string): Promise<Found[]> {
  const answers = await Promise.all(
    (['employee', 'external'] as const).map((kind) => people.list.call({ search: text, kind, limit: most })),
  )
  return answers
    .flatMap(({ items }) => items)
    .map(({ id, name, kind, company, position }) => ({
      id,
      name,
      beside: kind === 'external' ? company : position,
      path: `/people/${id}`,
      record: true,
      ...(kind === 'external' ? { external: 'person' as const } : {}),
    }))
}
