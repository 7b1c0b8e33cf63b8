import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { readableSecret } from './set-up-code.ts'
import { bringSample } from './slots.ts'
import { sampling } from './tables.ts'

/** Fills the portal with the sample company. Broken off by a stop, it is done again from the beginning. */
export const fillWithSample: Job = {
  name: 'portal.sample',
  async run(_data, platform) {
    const note = (values: Partial<typeof sampling.$inferInsert>): Promise<unknown> =>
      asKeeper(platform.database, (tx) => tx.update(sampling).set(values))
    const password = readableSecret()
    await note({ state: 'filling', done: 0 })
    try {
      const people = await bringSample(platform, password, async (done, of) => void (await note({ done, of })))
      await note({ state: 'done', people, password })
    } catch (error) {
      await note({ state: 'failed' })
      throw error
    }
  },
}

const day = 86_400_000

/** Takes away what processes that were killed left half-written. Whoever uploads adds to a file all the time. */
export const clearFiles: Job = {
  name: 'portal.clear-files',
  cron: '10 3 * * *',
  run: (_data, { files }) => files.clearAway(new Date(Date.now() - day)),
}
