import { skipToken, useQuery } from '@tanstack/react-query'
import type { Readers } from '#ui/controls/audience.ts'
import { useMe } from '#ui/me.ts'
import type { Group } from '../contract.ts'
import { groups } from './api.ts'

type Tool = Group['tools'][number]['tool']

/** Who will read what one writes in a group, beside oneself: for the line under a composer. */
export function useReaders(
  groupId: string | null,
  audience: Readers['audience'],
  apart: { laneId?: string | undefined; personId?: string | undefined; tool?: Tool | undefined } = {},
): Readers | undefined {
  const me = useMe()
  const { laneId, personId, tool } = apart
  const input = { audience, ...(tool ? { tool } : {}), ...(laneId ? { laneId } : personId ? { personId } : {}) }
  const { data } = useQuery(groups.readership.queryOptions({ input: groupId ? { id: groupId, ...input } : skipToken }))
  if (!data) return undefined
  if (me.kind === 'employee') return { audience, ...data, colleagues: Math.max(0, data.colleagues - 1) }
  const companies = data.companies
    .map(({ name, count }) => ({ name, count: name === (me.company ?? '') ? count - 1 : count }))
    .filter(({ count }) => count > 0)
  return { audience, companies, colleagues: data.colleagues, voice: data.voice }
}
