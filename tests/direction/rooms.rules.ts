import { aboutImports, file, type Rule } from './rule.ts'
import { featureOf, featureOrder, frontDoors, isContract, isWords, mayUse, roomOf } from './rooms.ts'
import { isTest } from '#tests/tree.ts'

const openToAll = 'ui/words/'
const usesOnly = (room: string) => (path: string, one: { to: string; ours: boolean }) =>
  roomOf(path) === room &&
  !isTest(path) &&
  one.ours &&
  !one.to.startsWith(openToAll) &&
  !mayUse[room]?.includes(roomOf(one.to))
const inner = (path: string) => path.split('/').slice(2).join('/')
const place = (feature: string | undefined) => featureOrder.indexOf(feature ?? '')

/** Which room may know which. */
export const roomRules: Rule[] = [
  aboutImports('The platform knows no domain: it uses nothing but itself.', usesOnly('platform'), [
    file('platform/mail/letter.ts', `import { me } from '#access/me.ts'`),
  ]),
  aboutImports(
    'Access knows people, circles and audiences: it uses the platform, no event and no feature.',
    usesOnly('access'),
    [file('access/why.ts', `import type { Group } from '#features/groups/contract.ts'`)],
  ),
  aboutImports('Events know access and no feature.', usesOnly('events'), [
    file('events/relay.ts', `export { tasksReactions } from '#features/tasks/server/reactions.ts'`),
  ]),
  aboutImports(
    'The ui knows no feature, only how things look; of the server it may know the types of platform/contract.ts.',
    (path, { ours, to, typeOnly }) =>
      roomOf(path) === 'ui' &&
      !isTest(path) &&
      ours &&
      roomOf(to) !== 'ui' &&
      !(to === 'platform/contract.ts' && typeOnly),
    [file('ui/PersonName.tsx', `import type { Person } from '#features/people/contract.ts'`)],
    [file('ui/PersonName.tsx', `import type { Person } from '#platform/contract.ts'`)],
  ),
  aboutImports(
    'Only app knows app: whoever needs something of it leaves a slot that app fills.',
    (path, { ours, to }) => !['app', 'bin'].includes(roomOf(path)) && !isTest(path) && ours && roomOf(to) === 'app',
    [file('features/tasks/web/TaskPage.tsx', `const contract = import('#app/contract.ts')`)],
    [file('tests/outsider.test.ts', `import { contract } from '#app/contract.ts'`)],
  ),
  aboutImports(
    'Only tests and the commands in bin use what stands in tests.',
    (path, { ours, to }) => roomOf(path) !== 'bin' && roomOf(path) !== '' && !isTest(path) && ours && isTest(to),
    [file('access/seed.ts', `import { cast } from '#tests/cast.ts'`)],
  ),
  aboutImports(
    'Nobody uses the commands in bin; they use the rooms.',
    (path, { ours, to }) => roomOf(path) !== 'bin' && ours && roomOf(to) === 'bin',
    [file('app/start.ts', `import { why } from '../bin/why.ts'`)],
  ),
  aboutImports(
    `A feature uses only features before it, in this order: ${featureOrder.join(' ')}.`,
    (path, { ours, to }) => roomOf(path) === 'features' && ours && place(featureOf(to)) > place(featureOf(path)),
    [file('features/groups/server/actions.ts', `import { createTask } from '#features/tasks/server/door.ts'`)],
    [file('features/tasks/server/actions.ts', `import { groupOf } from '#features/groups/server/door.ts'`)],
  ),
  aboutImports(
    `A feature enters another only by its front doors: ${frontDoors.join(', ')}.`,
    (path, { ours, to }) =>
      roomOf(path) === 'features' &&
      !isTest(path) &&
      ours &&
      featureOf(to) !== undefined &&
      featureOf(to) !== featureOf(path) &&
      !frontDoors.includes(inner(to)),
    [file('features/tasks/server/queries.ts', `import { listGroups } from '#features/groups/server/queries.ts'`)],
    [file('features/tasks/web/TaskPage.tsx', `import { Comments } from '#features/comments/web/door.tsx'`)],
  ),
  {
    says: `Every feature has its place in the order: ${featureOrder.join(' ')}.`,
    offences: (modules) =>
      modules
        .filter(({ path }) => featureOf(path) !== undefined && place(featureOf(path)) < 0)
        .map(({ path }) => ({ path, line: 1, how: 'belongs to a feature that is not in the order' })),
    planted: [file('features/lottery/contract.ts', '')],
  },
  aboutImports(
    'A contract.ts knows zod, the oRPC contract, events/kind.ts, platform/contract.ts and contracts, and nothing else.',
    (path, { ours, to }) =>
      isContract(path) && (ours ? !isContract(to) && to !== 'events/kind.ts' : !['zod', '@orpc/contract'].includes(to)),
    [file('features/tasks/contract.ts', `import { tasks } from './server/tables.ts'`)],
    [
      file(
        'features/tasks/contract.ts',
        `import { oc } from '@orpc/contract'; import { id } from '#platform/contract.ts'`,
      ),
    ],
  ),
  aboutImports(
    'A words.ts and its languages know the catalogue in ui/words and each other, and nothing else, so that both halves can speak.',
    (path, { ours, to }) => isWords(path) && !(ours && isWords(to)),
    [
      file('features/tasks/words/en.ts', `import { format } from 'dayjs'`),
      file('features/tasks/words.ts', `import { level } from '#access/levels.ts'`),
    ],
    [
      file(
        'features/tasks/words.ts',
        `import { catalogue } from '#ui/words/catalogue.ts'; import { en } from './words/en.ts'`,
      ),
    ],
  ),
]
