import { defineConfig } from 'drizzle-kit'

/** `npm run migration` compares these tables with the last migration and writes what is new. Never push, never pull: both lose the rules. */
export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './access/tables.ts',
    './access/lapses.ts',
    './access/phones.ts',
    './access/tools.ts',
    './access/sign-in-tables.ts',
    './events/tables.ts',
    './features/*/server/tables.ts',
    './features/*/*/server/tables.ts',
  ],
  out: './migrations',
})
