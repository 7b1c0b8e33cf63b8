import { createORPCClient, type NestedClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'

const link = new RPCLink({
  url: () => `${window.location.origin}/rpc`,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
})

/** A feature's calls by the plain type of its client; for the few that the shell itself makes. Features use `api`. */
export function calls<Calls extends NestedClient<Record<never, never>>>(feature: string): RouterUtils<Calls> {
  return createTanstackQueryUtils(createORPCClient<Calls>(link, { path: [feature] }), { path: [feature] })
}

/**
 * A feature's calls, typed by its contract: `export const tasks = api<typeof tasksContract>('tasks')`, then
 * `useQuery(tasks.list.queryOptions({ input }))`. Query keys begin with the feature's name.
 */
export function api<Contract extends AnyContractRouter>(feature: string): RouterUtils<ContractRouterClient<Contract>> {
  return calls<ContractRouterClient<Contract>>(feature)
}
