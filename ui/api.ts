import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { proveItIsMe } from './proof.ts'

const link = new RPCLink({
  url: () => `${window.location.origin}/rpc`,
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
  interceptors: [
    // Whatever asks for a fresh proof goes on after it as if nothing had been, with all that was typed.
    async ({ next }) => {
      try {
        return await next()
      } catch (error) {
        const asksForProof = error instanceof ORPCError && error.code === 'PROVE_IT_IS_YOU'
        if (!asksForProof || !(await proveItIsMe())) throw error
        return next()
      }
    },
  ],
})

/**
 * A feature's calls, typed by its contract: `export const tasks = api<typeof tasksContract>('tasks')`, then
 * `useQuery(tasks.list.queryOptions({ input }))`. Query keys begin with the feature's name.
 */
export function api<Contract extends AnyContractRouter>(feature: string): RouterUtils<ContractRouterClient<Contract>> {
  const client = createORPCClient<ContractRouterClient<Contract>>(link, { path: [feature] })
  return createTanstackQueryUtils(client, { path: [feature] })
}
