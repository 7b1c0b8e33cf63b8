import { useState } from 'react'
import type { Filter } from '../../externals/contract.ts'

export type Selection = ReturnType<typeof useSelection>

const nobody = { ids: [] as readonly string[], everyone: false }

/** Who is chosen in a list: some of those shown, or everybody who matches. Another filter begins anew. */
export function useSelection(filter: Filter) {
  const key = JSON.stringify(filter)
  const [state, setState] = useState({ ...nobody, key })
  const { ids, everyone } = state.key === key ? state : nobody
  const choose = (next: readonly string[]) => setState({ ids: next, everyone: false, key })
  return {
    ids: [...ids],
    everyone,
    chosen: everyone || ids.length > 0,
    has: (id: string) => everyone || ids.includes(id),
    toggle: (id: string) => choose(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    toggleShown: (shown: readonly string[]) => choose(shown.every((id) => ids.includes(id)) ? [] : shown),
    chooseEveryone: () => setState({ ids: [], everyone: true, key }),
    clear: () => choose([]),
  }
}
