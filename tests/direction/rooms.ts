/** The features in the order in which they may know each other: each may use those before it. */
export const featureOrder = [
  'portal',
  'account',
  'people',
  'groups',
  'notices',
  'exports',
  'requests',
  'invitations',
  'writing',
  'comments',
  'drive',
  'feed',
  'tasks',
  'replies',
  'chat',
  'calls',
  'calendar',
  'crm',
  'processes',
  'oversight',
]

/** What a later feature may open of an earlier one. */
export const frontDoors = ['contract.ts', 'events.ts', 'words.ts', 'server/tables.ts', 'server/door.ts', 'web/door.tsx']

/** The rooms of the server and which of them each may use. Features and app have rules of their own. */
export const mayUse: Record<string, string[]> = {
  platform: ['platform'],
  access: ['access', 'platform'],
  events: ['events', 'access', 'platform'],
}

/** Every folder at the root that may hold code. */
export const rooms = ['app', 'features', 'events', 'access', 'platform', 'ui', 'tests', 'bin']

/** The first folder of a path; files at the root (settings of tools) have none. */
export const roomOf = (path: string) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')

/** The feature a path belongs to, or undefined; what lies right in features/ (what a section is) belongs to none. */
export const featureOf = (path: string) => /^features\/([^/]+)\//.exec(path)?.[1]

/** What may not be left by a relative import: one feature, or one of the other rooms. */
export const homeOf = (path: string) => (featureOf(path) ? `features/${featureOf(path)}` : roomOf(path))

/** A contract: what a browser may ask. Read by both halves. */
export const isContract = (path: string) => /(^|\/)contract\.ts$/.test(path)

/** A file of words, or of the catalogue they stand in. Read by both halves, so it may know neither. */
export const isWords = (path: string) =>
  /^ui\/words\/[a-z-]+\.ts$/.test(path) || /^(?!tests\/).*\/words(\/[a-z-]+)?\.ts$/.test(path) || path === 'ui/words.ts'

/** Runs in a browser. */
export const isWeb = (path: string) =>
  !isWords(path) &&
  (path.startsWith('ui/') || /^app\/web[./]/.test(path) || /^features\/[^/]+\/(.+\/)?web\//.test(path))

/** Runs in Node, and only there. */
export const isServer = (path: string) =>
  ['app', 'features', 'events', 'access', 'platform'].includes(roomOf(path)) &&
  !isWeb(path) &&
  !isWords(path) &&
  !isContract(path)

/** Where the keeper, who is above all rules, may be called. */
export const mayCallKeeper = (path: string) =>
  ['platform', 'access', 'events', 'tests', 'app', 'bin'].includes(roomOf(path)) ||
  /^features\/.+\/(jobs|reactions|notices|seed|keeper)\.ts$/.test(path) ||
  path.endsWith('.test.ts')

/** Where PostgreSQL itself is spoken to: the platform, the tests' database, which is made as the superuser, and the measurements, which fill one. */
export const maySpeakToPostgres = (path: string) =>
  roomOf(path) === 'platform' || path === 'tests/template.ts' || path.startsWith('tests/bench/')
