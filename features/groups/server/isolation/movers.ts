import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'

/** What moves when externals are kept apart: whose words stood among all, and where each speaks from now on. */
export interface Separating {
  groupId: string
  spaceId: string
  /** Condition on an audience column: read by more than one external until now. */
  shared: (audience: SQLWrapper) => SQL
  /** The lane of a person, as an expression over their id; null for those who work here. */
  laneOf: (person: SQLWrapper) => SQL
  /** Condition on the id of a row that is gone through: it is in the piece that moves now. */
  inPiece: (id: SQLWrapper) => SQL
}

/** Whether somebody is from outside, as a condition on their id. */
export const isOutside = (person: SQLWrapper): SQL =>
  sql`exists (select from people o where o.id = ${person} and o.kind = 'external')`

/** How much of each there is. */
export type Visible = Record<'posts' | 'comments' | 'tasks', number>

/** What a feature does when the externals of a group are kept apart: its rows go where their authors speak. */
export interface Mover {
  /** Ids of all who said something that was read by more than one external: each needs a lane. */
  speakers: (separating: Separating) => SQL
  /** Moves what they said; how much. */
  move: (tx: Tx, separating: Separating) => Promise<number>
  /** Ids of what would move, as it stands now: to say how much in a group that is too large to try. */
  wouldMove: (separating: Pick<Separating, 'spaceId' | 'shared'>) => SQL
  /** Ids of what waits for somebody from outside, who would not be able to do it where they only read. */
  waiting?: (spaceId: string) => SQL
  /** What is counted, and the table whose rows are gone through. */
  of: keyof Visible
  /** How much of it the person asking sees, in a space or altogether. */
  visible: (tx: Tx, spaceId?: string) => Promise<number>
}

const slot: { movers: Mover[] } = { movers: [] }

/** Filled by `app` with the features that come after groups, in their order. */
export function fillMovers(movers: Mover[]): void {
  slot.movers = movers
}

/** All of them. */
export const movers = (): Mover[] => slot.movers
