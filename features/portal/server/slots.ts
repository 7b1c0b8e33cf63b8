import type { Platform } from '#platform/platform.ts'
import type { SamplePerson } from './tables.ts'

/**
 * Fills the portal with the sample company, whose people sign in with `password`; says after each step how many of how many are done.
 * May be called again after having been broken off.
 */
export type Filling = (
  platform: Platform,
  password: string,
  step: (done: number, of: number) => Promise<void>,
) => Promise<SamplePerson[]>

const slot: { fill: Filling | null } = { fill: null }

/** Filled by `app`, which knows all that the sample company is made of. */
export function fillSample(fill: Filling): void {
  slot.fill = fill
}

/** Fills the portal with the sample company. */
export const bringSample: Filling = async (...args) => {
  if (!slot.fill) throw new Error('Nothing fills the slot for the sample company.')
  return slot.fill(...args)
}
