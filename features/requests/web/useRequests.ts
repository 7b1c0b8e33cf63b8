import { useQuery } from '@tanstack/react-query'
import { useMe } from '#ui/me.ts'
import { requests } from './api.ts'

const most = 100

/** Who asks to be in a group, as far as the person may see it. People from outside do not ask: to them there are no requests. */
export function useRequests(groupId: string) {
  const employee = useMe().kind === 'employee'
  return useQuery({ ...requests.list.queryOptions({ input: { id: groupId, limit: most } }), enabled: employee })
}
