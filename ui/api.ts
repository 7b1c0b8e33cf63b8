import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'

const link = new RPCLink({
  url: () => `${window.location.origin}/rpc`,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
})

/**
 * A feature's calls, typed by its contract: `export const tasks = api<typeof tasksContract>('tasks')`, then
 * `useQuery(tasks.list.queryOptions({ input }))`. Query keys begin with the feature's name.
 */
export function api<Contract extends AnyContractRouter>(feature: string): RouterUtils<ContractRouterClient<Contract>> {
  const client = createORPCClient<ContractRouterClient<Contract>>(link, { path: [feature] })
  return createTanstackQueryUtils(client, { path: [feature] })
}
