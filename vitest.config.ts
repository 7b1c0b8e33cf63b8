import { defineConfig } from 'vitest/config'

const journeys = 'tests/journeys/**/*.test.ts'

export default defineConfig({
  test: {
    environment: 'node',
    // Two workers on two cores; forks, because a PostgreSQL client left open in a thread would keep all others waiting.
    pool: 'forks',
    maxWorkers: 2,
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
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [journeys],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
