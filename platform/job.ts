import type { Platform } from './platform.ts'

/** Work that is done later, or by the clock, and survives a restart. `name` begins with its feature: `tasks.letter`. */
export interface Job<Data extends object = object> {
  name: string
  /** Five fields of cron in UTC, for work that is done by the clock. */
  cron?: string
  /** Seconds it may take before it counts as lost and is begun anew; ten minutes unless told. */
  longest?: number
  /** How many of them one process does side by side; one after the other when left out. For letters, which wait for a mail server. */
  atOnce?: number
  /** A method, so that jobs of different data stand in one list. */
  run(data: Data, platform: Platform): Promise<void>
}
