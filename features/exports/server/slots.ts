import type { SQL, SQLWrapper } from 'drizzle-orm'
import { and, gte, lt, sql } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import type { Person } from '#platform/contract.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import type { Label } from '#ui/words/catalogue.ts'

/** What is read and for whom: everything runs as that person, under the rules. */
export interface Reading {
  me: Me
  platform: Platform
  /** The group whose record this is; null for a copy of one's own data. */
  group: { id: string; spaceId: string; voice: boolean } | null
  from: Date | null
  /** What somebody is called whom the reader may not know. */
  former: string
  /** The first moment that does not belong to it. */
  until: Date | null
}

/** One thing in an archive: a post, a task, somebody who came. `data` is what the JSON says of it. */
export interface Entry {
  at: Date | null
  /** Null where the reader may not know who it was; left out where nobody speaks. */
  author?: Person | null
  title?: string
  text?: string
  /** For whom it was, where fewer read it than all. */
  marks?: string[]
  facts?: [name: string, value: string | Date][]
  below?: Entry[]
  data: object
}

/** One kind of thing in an archive, page by page. */
export interface Part {
  /** The name of its files. */
  name: string
  title: Label
  /** How much there is, for the progress. */
  count: (tx: Tx, reading: Reading) => Promise<number>
  page: (tx: Tx, reading: Reading, after: string | undefined) => Promise<{ items: Entry[]; next: string | null }>
}

/** How many things one page of an archive holds. */
export const pageOfArchive = 50

/** True for moments within the period of a record. */
export const inPeriod = (at: SQLWrapper, { from, until }: Reading): SQL =>
  and(from ? gte(at, from) : undefined, until ? lt(at, until) : undefined) ?? sql`true`

interface Parts {
  ofGroup: readonly Part[]
  ofPerson: readonly Part[]
}

const slot: { parts: Parts } = { parts: { ofGroup: [], ofPerson: [] } }

/** Filled by `app` with what later features have to say: of a group, and of what one wrote oneself. */
export function fillExports(parts: Parts): void {
  slot.parts = parts
}

/** What later features have to say. */
export const filledParts = (): Parts => slot.parts
