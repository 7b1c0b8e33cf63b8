import { aboutFiles, aboutImports, file, type Rule } from './rule.ts'
import { isContract, isServer, isWeb, isWords, mayCallKeeper, maySpeakToPostgres } from './rooms.ts'
import { isTest } from '#tests/tree.ts'

const isPackage = (to: string, ...names: string[]) => names.some((name) => to === name || to.startsWith(`${name}/`))
const forScreens = (to: string) =>
  isPackage(to, 'react', 'react-dom', '@tanstack/react-query', '@tanstack/react-router', '@tabler/icons-react') ||
  to.startsWith('@mantine/')
const forServers = (to: string) =>
  to.startsWith('node:') ||
  isPackage(to, 'pg', 'pg-boss', 'drizzle-orm', 'fastify', 'pino', 'nodemailer', 'ws', 'better-auth', '@orpc/server')

/** Which half may know which, and who may reach past the rules of access. */
export const halfRules: Rule[] = [
  aboutImports(
    'The web half never meets the server: it may know contracts (as types) and words.',
    (path, { ours, to }) => isWeb(path) && !isTest(path) && ours && !isWeb(to) && !isContract(to) && !isWords(to),
    [
      file('features/tasks/web/TaskList.tsx', `import { listTasks } from '../server/queries.ts'`),
      file('ui/live.ts', `export type Told = import('#events/kind.ts').Told`),
    ],
    [file('features/tasks/web/api.ts', `import type { tasksContract } from '../contract.ts'`)],
  ),
  aboutImports(
    'The server never meets the web half: it may know contracts and words.',
    (path, { ours, to }) => isServer(path) && !isTest(path) && ours && isWeb(to),
    [file('features/tasks/server/notices.ts', `import { TaskCard } from '../web/door.tsx'`)],
    [file('features/tasks/server/notices.ts', `import { say } from '#ui/words/catalogue.ts'`)],
  ),
  aboutImports(
    'The web half takes only types from a contract, zod and the oRPC contract, so that none of them is sent to the browser.',
    (path, { to, ours, typeOnly }) =>
      isWeb(path) && !isTest(path) && !typeOnly && (ours ? isContract(to) : isPackage(to, 'zod', '@orpc/contract')),
    [
      file('features/tasks/web/api.ts', `import { tasksContract } from '../contract.ts'`),
      file('features/tasks/web/TaskForm.tsx', `import { type TaskInput } from '../contract.ts'`),
    ],
    [file('features/tasks/web/api.ts', `import type { tasksContract } from '../contract.ts'`)],
  ),
  aboutImports(
    'What draws screens is not on the server.',
    (path, { to, ours }) => !ours && (isServer(path) || isContract(path) || isWords(path)) && forScreens(to),
    [file('features/tasks/server/letters.ts', `import { renderToString } from 'react-dom/server'`)],
  ),
  aboutImports(
    'What runs in Node is not in a browser.',
    (path, { to, ours }) =>
      !ours && !isTest(path) && (isWeb(path) || isContract(path) || isWords(path)) && forServers(to),
    [file('ui/fold.ts', `import { join } from 'node:path'`)],
  ),
  aboutImports(
    'The keeper is above the rules: only platform, access, events, app, bin, tests, and a feature’s jobs, reactions, notices, seed and keeper.ts may act as it.',
    (path, { to, names }) =>
      !mayCallKeeper(path) &&
      (['platform/database/keeper.ts', 'platform/database/rehearse.ts'].includes(to) || names.includes('asKeeper')),
    [
      file('features/tasks/server/queries.ts', `import { asKeeper } from '#platform/database/keeper.ts'`),
      file('features/tasks/server/actions.ts', `import { rehearse } from '#platform/database/rehearse.ts'`),
      file('features/tasks/server/door.ts', `export { asKeeper } from '#platform/platform.ts'`),
    ],
    [file('features/tasks/server/jobs.ts', `import { asKeeper } from '#platform/database/keeper.ts'`)],
  ),
  aboutImports(
    'Only platform (and the databases of the tests) speaks to PostgreSQL: nobody else imports pg, pg-boss or the driver of drizzle.',
    (path, { to }) => !maySpeakToPostgres(path) && isPackage(to, 'pg', 'pg-boss', 'drizzle-orm/node-postgres'),
    [file('features/tasks/server/queries.ts', `import { Pool } from 'pg'`)],
    [file('features/tasks/server/tables.ts', `import { pgTable } from 'drizzle-orm/pg-core'`)],
  ),
  aboutFiles(
    'Only platform (and the databases of the tests) queries a pool or a client; everybody else asks inside asPerson.',
    ({ path, calls }) =>
      maySpeakToPostgres(path)
        ? []
        : calls
            .filter(({ said }) => /^(\w*pool|client)\.(query|connect)$/i.test(said))
            .map(({ said, line }) => ({ line, how: `calls ${said}` })),
    [file('events/relay.ts', `export const all = (database) => database.pool.query('select 1')`)],
  ),
]
