import { readFile } from 'node:fs/promises'
import { projectFolder } from '../tree.ts'
import type { TestPortal } from '../portal.ts'

/** A way to break the keeping of access; the portal goes on as if nothing were. */
export interface Damage {
  what: string
  how: (portal: TestPortal) => Promise<string[]>
}

/** A function of access as it is written, with a part of it replaced; the part must be there. */
async function rewritten(name: string, part: string, by: string): Promise<string> {
  const text = await readFile(`${projectFolder}access/functions.sql`, 'utf8')
  const found = new RegExp(`create or replace function access\\.${name}\\([\\s\\S]*?\\n\\$\\$;`).exec(text)?.[0]
  if (!found?.includes(part)) throw new Error(`access.${name} holds no “${part}” to damage.`)
  return found.replaceAll(part, by)
}

/** Runs statements as the owner of everything, past the guard of transactions: it takes no functions. */
export const damage = async (portal: TestPortal, statements: string[]): Promise<void> => {
  for (const statement of statements) await portal.platform.database.keeper.query(statement)
}

/** A seat that nobody should have, in places that `among` finds as `space_id` and `audience_id`. */
const seat = (person: string, among: string): string =>
  `insert into seats (space_id, audience_id, person_id, level, because) select place.space_id, place.audience_id, '${person}', 1, 'planted' from (${among}) place`

const wholeSpaceOf = (groupId: string): string =>
  `select space_id, null::uuid as audience_id from groups where id = '${groupId}'`

const teamOf = (groupId: string): string =>
  `select a.space_id, a.id as audience_id from audiences a join groups g on g.space_id = a.space_id where a.kind = 'team' and g.id = '${groupId}'`

/** What is broken, and how. */
export const damages = {
  openPosts: {
    what: 'the rule of posts lets everybody read',
    how: async () => ['alter policy "seen by its audience" on posts using (true)'],
  },
  wideTasks: {
    what: 'the rule of tasks is dropped and made again too wide',
    how: async () => [
      'drop policy "seen by its audience" on tasks',
      'create policy "seen by its audience" on tasks for select to loggia_app using ((select access.me()) is not null)',
    ],
  },
  widePeople: {
    what: 'externals see every person',
    how: async () => [
      'alter policy "seen by colleagues, and where they appear" on people using ((select access.me()) is not null)',
    ],
  },
  noTeam: {
    what: 'the team is forgotten, and an external has a seat there',
    how: async (portal) => [
      await rewritten('my_seats', "and a.kind not in ('team', 'staff')", ''),
      seat(portal.person('kim'), teamOf(portal.group('acme'))),
    ],
  },
  noClosing: {
    what: 'a group closed to externals stays open to them',
    how: async (portal) => [
      await rewritten('my_seats', 'and room.external_since is not null', ''),
      // Else whoever is in no other group would wait in the lobby.
      await rewritten('is_in_a_group', 'and room.external_since is not null', ''),
      `update groups set external_since = null where id = '${portal.group('acme')}'`,
      `update spaces set external_since = null where id = (select space_id from groups where id = '${portal.group('acme')}')`,
    ],
  },
  noTrigger: {
    what: 'nothing holds the ceiling, and an external sits in a whole space',
    how: async (portal) => [
      'drop trigger hold_the_ceiling on seats',
      seat(portal.person('kim'), wholeSpaceOf(portal.group('carriers'))),
    ],
  },
  noCeiling: {
    what: 'nor do the rules',
    how: async (portal) => [
      'drop trigger hold_the_ceiling on seats',
      seat(portal.person('kim'), wholeSpaceOf(portal.group('carriers'))),
      await rewritten('my_seats', "if access.my_kind() = 'employee' then", 'if true then'),
    ],
  },
  loosePath: {
    what: 'the search path of a function that runs as its owner is not pinned',
    how: async () => ['alter function access.my_spaces(int) reset search_path'],
  },
} satisfies Record<string, Damage>
