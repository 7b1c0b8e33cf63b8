import type { SQL } from 'drizzle-orm'
import type { Tx } from '#platform/database/transaction.ts'
import type { Moved, Separating } from './separate.ts'

/** What a feature does when the externals of a group are kept apart: its rows go where their authors speak. */
export interface Mover {
  /** Ids of all who said something that was read by more than one external: each needs a lane. */
  speakers: (separating: Separating) => SQL
  /** Moves what they said; how many of what. */
  move: (tx: Tx, separating: Separating) => Promise<{ of: keyof Moved; count: number }>
}

const slot: { movers: Mover[] } = { movers: [] }

/** Filled by `app` with the features that come after groups, in their order. */
export function fillMovers(movers: Mover[]): void {
  slot.movers = movers
}

/** All of them. */
export const movers = (): Mover[] => slot.movers
