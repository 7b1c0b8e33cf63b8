import type { QueryClient } from '@tanstack/react-query'

/** What the server says when something happened that this person may know of: what kind, and about which record. */
export interface Told {
  kind: string
  about?: { kind: string; id: string }
}

/** How the screens of a feature take what is heard, where that is less than to ask everything again. */
export interface Hearing {
  /** What changes on them: all, what they show of the one thing that it is about, or nothing. */
  reach: (told: Told & { about: { kind: string; id: string } }) => 'all' | 'one' | 'nothing'
  /** The one thing that a query asks for, by the name of its call; null where it asks for many, which is asked again whichever it was. */
  thing: (call: string, input: Readonly<Record<string, unknown>>) => unknown
  /** A list, by the name of its call, of which only what stands there of these things is asked again. */
  list?: { call: string; refresh: (queries: QueryClient, ids: readonly string[]) => Promise<unknown> }
}
