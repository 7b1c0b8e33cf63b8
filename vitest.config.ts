import { defineConfig } from 'vitest/config'
import { LongestFirst } from '#tests/longest-first.ts'

const journeys = 'tests/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    environment: 'node',
    // Three workers on two cores, since each waits half of its time; forks, because a PostgreSQL client left open in a thread would keep all others waiting.
    pool: 'forks',
    maxWorkers: 3,
    // The modules of the portal are loaded once in a worker and not once in each file; nothing of a portal may stand in a module, so every file has its own all the same.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // One place for the throw-away PostgreSQL, started once for both projects.
    globalSetup: ['tests/database.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['{app,features,events,access,platform,ui,tests}/**/*.test.ts'],
          exclude: [journeys],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          setupFiles: ['tests/journeys/what-stood-there.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
