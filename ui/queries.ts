import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { failureOf } from './errors.ts'
import { leaveToSignIn } from './signedOut.ts'

function watch(error: unknown): void {
  if (failureOf(error) === 'signedOut') leaveToSignIn()
}

/** All that this browser has heard from the server. Only a lost connection is tried again; a refusal stays a refusal. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always',
      retry: (failures, error) => failureOf(error) === 'offline' && failures < 3,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** The feature that a query asks, which is the first word of its key. */
export function featureOf(queryKey: readonly unknown[]): string | null {
  const [path] = queryKey
  const first: unknown = Array.isArray(path) ? path[0] : path
  return typeof first === 'string' ? first : null
}
