import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { tables } from '#app/database.ts'
import type { PersonKey } from '#app/sample/cast.ts'
import type { TestPortal } from '../portal.ts'

/** What somebody has read, keeps or follows is theirs alone, and goes on being so where nothing is written any more. */
const ownMarks = new Set(['notices', 'followings', 'read_marks', 'read_posts', 'favourites'])

/** What nobody puts there a second time: a file is attached by whoever added it, and a key holds that before any rule is asked. */
const ofOneself = new Set(['attachments'])

/**
 * What a person gets past the rules of the tables in one space, in plain SQL as `loggia_app`: rows like those that are there, columns written
 * anew, rows removed (others than those that say that they themselves are there). Each is taken back.
 */
export async function whatGetsIn(portal: TestPortal, key: PersonKey, spaceId: string): Promise<string[]> {
  const done: string[] = []
  for (const { what, query } of await attempts(portal, portal.person(key), spaceId))
    if (await works(portal, key, query)) done.push(what)
  return done
}

async function attempts(portal: TestPortal, personId: string, spaceId: string) {
  const all: { what: string; query: string }[] = []
  for (const table of tables) {
    const { name, columns, policies } = getTableConfig(table)
    const place = columns.find((column) => column.name === 'space_id')?.name ?? (name === 'spaces' ? 'id' : null)
    if (!place || ownMarks.has(name)) continue
    const where = `${place} = '${spaceId}'`
    const names = columns.map((column) => `"${column.name}"`).join(', ')
    const values = columns.map((column) => valueOf(name, column, personId)).join(', ')
    const others = columns.some((column) => column.name === 'person_id') ? `and person_id <> '${personId}'` : ''
    if (policies.some((policy) => policy.for === 'insert') && !ofOneself.has(name))
      all.push({
        what: `insert into ${name}`,
        query: `insert into "${name}" (${names}) select ${values} from "${name}" where ${where} limit 1`,
      })
    if (policies.some((policy) => policy.for === 'delete'))
      all.push({ what: `delete from ${name}`, query: `delete from "${name}" where ${where} ${others}` })
    for (const column of await updatable(portal, name))
      all.push({ what: `update ${name}`, query: `update "${name}" set "${column}" = "${column}" where ${where}` })
  }
  return all
}

/** As it stands there, with a key of its own and in the name of whoever tries. */
function valueOf(table: string, { name, primary }: { name: string; primary: boolean }, personId: string): string {
  if (primary && name === 'id') return 'uuidv7()'
  const author =
    ['author_id', 'actor_id', 'invited_by'].includes(name) ||
    (['reactions', 'poll_votes', 'confirmations', 'calendar_answers'].includes(table) && name === 'person_id')
  return author ? `'${personId}'` : `"${name}"`
}

async function updatable(portal: TestPortal, name: string): Promise<string[]> {
  const { rows } = await portal.keep((tx) =>
    tx.execute<{ column_name: string }>(
      sql`select column_name from information_schema.column_privileges where grantee = 'loggia_app' and table_name = ${name} and privilege_type = 'UPDATE'`,
    ),
  )
  return rows.map((row) => row.column_name)
}

async function works(portal: TestPortal, key: PersonKey, query: string): Promise<boolean> {
  const undone = new Error('undone')
  let rows = 0
  try {
    await portal.under(key, async (tx) => {
      rows = (await tx.execute(sql.raw(query))).rowCount ?? 0
      throw undone
    })
  } catch (error) {
    const cause = error instanceof Error ? String(error.cause) : ''
    // A key that is taken was asked after the rule: the row would have gone in with another.
    if (/duplicate key/.test(cause)) return true
    if (error !== undone && !/row-level security|permission denied/.test(cause)) throw error
  }
  return rows > 0
}
