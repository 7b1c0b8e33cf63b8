import type { Database } from '#platform/database/database.ts'
import { hotLists } from './lists.ts'
import type { Reader } from './readers.ts'
import { record, replay, runAs } from './record.ts'

/** One list as one reader opens it; times are medians in milliseconds: PostgreSQL at work, and for `whole` the clock. */
export interface Figure {
  list: string
  reader: string
  statements: number
  /** The statements of the list under the rules, and the same text and parameters as the owner of the tables. */
  rules: number
  owner: number
  /** The list as the server runs it, with its transaction, by the clock. */
  whole: number
}

// PostgreSQL makes a lasting plan for a statement after it has run five times.
const warmUps = 6

/** Measures every list as every reader. Rules and owner take turns, so that what else the machine does meets both. */
export async function measureLists(database: Database, readers: Reader[], repetitions: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const list of hotLists) {
    for (const reader of readers) {
      const { me, name } = reader
      if (list.only && list.only !== me.kind) continue
      const statements = await record(database, list, reader)
      const rules: number[] = []
      const owner: number[] = []
      const whole: number[] = []
      for (let turn = -warmUps; turn < repetitions; turn++) {
        const times = [
          await replay(database[list.byKeeper ? 'keeper' : 'app'], me.id, statements),
          await replay(database.keeper, me.id, statements),
        ]
        const began = performance.now()
        if (turn % 3 === 0) await runAs(database, list, reader)
        if (turn < 0) continue
        rules.push(times[0] ?? 0)
        owner.push(times[1] ?? 0)
        if (turn % 3 === 0) whole.push(performance.now() - began)
      }
      figures.push({
        list: list.name,
        reader: name,
        statements: statements.length,
        rules: median(rules),
        owner: median(owner),
        whole: median(whole),
      })
    }
  }
  return figures
}

/** The middle one of them. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The value below which this share of them lies. */
export const quantile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
