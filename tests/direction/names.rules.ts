import { aboutFiles, aboutImports, file, type Rule } from './rule.ts'
import { homeOf, roomOf, rooms } from './rooms.ts'

const emptyNames = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'lib',
  'misc',
  'manager',
  'managers',
  'service',
  'services',
]
const words = (path: string) =>
  path
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
/** Tools that take their settings, or what runs before the tests, only as a default export. */
const settingsOfTools = /^((vite|vitest|drizzle|knip)\.config|tests\/database)\.ts$/

/** How files are called, and how they call each other. */
export const nameRules: Rule[] = [
  aboutFiles(
    `No name that could hold anything: ${emptyNames.join(', ')}.`,
    ({ path }) =>
      words(path)
        .filter((word) => emptyNames.includes(word))
        .map((word) => ({ line: 1, how: `is called “${word}”` })),
    [
      file('access/seatHelpers.ts', ''),
      file('features/tasks/server/utils/dates.ts', ''),
      file('ui/file-manager.ts', ''),
    ],
  ),
  aboutFiles(
    'No barrels: no index.ts, no `export *`, no file that only passes on what others export, except a door.',
    ({ path, exportStarLine, onlyPassesOn }) => [
      ...(/(^|\/)index\.[a-z]+$/.test(path) ? [{ line: 1, how: 'is an index file' }] : []),
      ...(exportStarLine ? [{ line: exportStarLine, how: 'exports everything of another file' }] : []),
      ...(onlyPassesOn && !/(^|\/)door\.tsx?$/.test(path)
        ? [{ line: 1, how: 'only passes on what others export' }]
        : []),
    ],
    [
      file('ui/controls/index.ts', 'export const a = 1'),
      file('access/all.ts', `export * from './rules.ts'; export const a = 1`),
      file('access/doors.ts', `export { rules } from './rules.ts'`),
    ],
    [file('features/groups/server/door.ts', `export { joinGroup } from './membership.ts'`)],
  ),
  aboutFiles(
    'Exports have names: no default exports, except where a tool takes its settings only so.',
    ({ path, defaultExportLine }) =>
      defaultExportLine && !settingsOfTools.test(path) ? [{ line: defaultExportLine, how: 'exports by default' }] : [],
    [
      file('ui/Frame.tsx', 'export default function Frame() {}'),
      file('ui/Bar.ts', 'const a = 1; export { a as default }'),
    ],
    [file('vite.config.ts', 'export default {}')],
  ),
  aboutFiles(
    `Code stands in a room that the architecture names: ${rooms.join(', ')}; at the root only settings of tools.`,
    ({ path }) =>
      rooms.includes(roomOf(path)) || settingsOfTools.test(path) ? [] : [{ line: 1, how: 'stands in no room' }],
    [file('server/start.ts', ''), file('start.ts', '')],
  ),
  aboutImports(
    'An import says in plain words what it imports, so that this test can read it.',
    (path, { written, to }) =>
      written === undefined || (roomOf(path) !== 'platform' && ['module', 'node:module'].includes(to)),
    [
      file('app/server.ts', 'export const load = (name) => import(name)'),
      file('app/web.tsx', 'export const load = (name) => import(`./${name}.tsx`)'),
      file('app/start.ts', `import { createRequire } from 'node:module'`),
    ],
  ),
  aboutImports(
    'Another room is called by its name (`#access/rules.ts`), never by climbing (`../../access/rules.ts`).',
    (path, { written, ours, to }) => ours && written?.startsWith('.') === true && homeOf(to) !== homeOf(path),
    [file('features/tasks/server/actions.ts', `import { tell } from '../../../events/tell.ts'`)],
  ),
  aboutImports(
    'Within one room, or one feature, imports are relative.',
    (path, { written, ours, to }) =>
      ours && written?.startsWith('#') === true && homeOf(to) === homeOf(path) && homeOf(path) !== 'tests',
    [file('features/tasks/server/actions.ts', `import { tasks } from '#features/tasks/server/tables.ts'`)],
  ),
  aboutFiles(
    'An import of ours names a file that exists, with its ending.',
    ({ imports }, paths) =>
      imports
        .filter(({ ours, to }) => ours && (/\.(tsx?|mjs|js)$/.test(to) ? !paths.has(to) : !/\.[a-z]+$/.test(to)))
        .map(({ line, written }) => ({ line, how: `imports ${written}` })),
    [file('ui/Frame.tsx', `import { Menu } from './Menu'`), file('ui/Bar.tsx', `import { Menu } from './Gone.tsx'`)],
    [file('ui/Menu.tsx', 'export const a = 1'), file('ui/Frame.tsx', `import './F.module.css'; import './Menu.tsx'`)],
  ),
]
