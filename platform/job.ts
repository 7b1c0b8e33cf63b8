import type { Platform } from './platform.ts'

/** Work that is done later, or by the clock, and survives a restart. `name` begins with its feature: `tasks.letter`. */
export interface Job<Data extends object = object> {
  name: string
  /** Five fields of cron in UTC, for work that is done by the clock. */
  cron?: string
  /** A method, so that jobs of different data stand in one list. */
  run(data: Data, platform: Platform): Promise<void>
}
