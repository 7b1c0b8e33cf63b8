import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoticeKind } from '../../kinds/contract.ts'
import { notices } from '../../web/api.ts'
import type { ChangedSettings, Channels } from '../contract.ts'

/** How the person is told of each kind, and the way to change it: what was chosen stands there while it is saved. */
export function useSettings() {
  const cache = useQueryClient()
  const asked = useQuery(notices.settings.queryOptions())
  const change = useMutation(
    notices.changeSettings.mutationOptions({
      onSuccess: (saved) => cache.setQueryData(notices.settings.queryKey(), saved),
      onError: () => cache.invalidateQueries({ queryKey: notices.settings.key() }),
    }),
  )
  const wanted: ChangedSettings['kinds'] = change.isPending ? change.variables.kinds : {}
  const channelsOf = (kind: NoticeKind): Channels | undefined => {
    const now = asked.data?.kinds[kind]
    const { portal, push, letter } = wanted[kind] ?? {}
    return now && { portal: portal ?? now.portal, push: push ?? now.push, letter: letter ?? now.letter }
  }
  return { asked, channelsOf, change }
}
