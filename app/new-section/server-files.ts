import type { Names } from './names.ts'

/** The server half of a new section, its contract, events and access test. */
export const serverFiles = ({ name, one, Name, One }: Names): Record<string, string> => ({
  'README.md': `# ${Name}

What a ${one} is here, who sees one, the words we use. Ten lines.
`,
  'contract.ts': `
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { id, line, listOf, page, person } from '#platform/contract.ts'

const tags = ['${Name}']

/** A ${one} as it is answered. */
export const ${one} = z.object({ id, title: z.string(), author: person.nullable(), createdAt: z.date() })
export type ${One} = z.infer<typeof ${one}>

/** What a browser or a program may ask about ${name}. */
export const ${name}Contract = {
  list: oc
    .route({ method: 'GET', path: '/${name}', tags, summary: '${Name} of a group, newest first' })
    .input(z.strictObject({ group: id, ...page }))
    .output(listOf(${one})),
  get: oc.route({ method: 'GET', path: '/${name}/{id}', tags, summary: 'One ${one}' }).input(z.strictObject({ id })).output(${one}),
  add: oc
    .route({ method: 'POST', path: '/${name}', tags, summary: 'Add a ${one}', successStatus: 201 })
    .input(z.strictObject({ groupId: id, title: line(200) }))
    .output(${one}),
}
`,
  'events.ts': `
import { z } from 'zod'
import { kind } from '#events/kind.ts'

/** A ${one} was added. */
export const ${one}Added = kind('${name}.added', '${one}', z.object({ title: z.string() }))
`,
  'server/tables.ts': `
import { sql } from 'drizzle-orm'
import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { placed, shelved } from '#access/placing.ts'
import { own, rules } from '#access/rules.ts'
import { people } from '#access/tables.ts'

/** ${Name}. Each stands in its group, for everyone there. */
export const ${name} = pgTable(
  '${name}',
  {
    id: uuid()
      .primaryKey()
      .default(sql\`uuidv7()\`),
    ...placed(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    ...shelved(t),
    ...rules(t, { see: 'view', add: 'edit', change: { by: own('edit'), columns: [t.title] }, remove: own('edit') }),
  ],
)
`,
  'server/queries.ts': `
import { eq } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { listShelves } from '#access/shelves.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { namedPeople } from '#features/people/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ${One} } from '../contract.ts'
import { ${name} } from './tables.ts'

/** ${Name} of a group, newest first. */
export async function list${Name}(tx: Tx, query: { group: string; limit: number; after?: string }) {
  const { spaceId } = await groupRow(tx, query.group)
  const rows = await listShelves(tx, ${name}, { spaceId, limit: query.limit + 1, after: query.after })
  const page = rows.slice(0, query.limit)
  return { items: await answered(tx, page), next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
}

/** One ${one}. */
export async function get${One}(tx: Tx, id: string): Promise<${One}> {
  const [row] = await answered(tx, await tx.select().from(${name}).where(eq(${name}.id, id)))
  return found(row)
}

async function answered(tx: Tx, rows: (typeof ${name}.$inferSelect)[]): Promise<${One}[]> {
  const named = await namedPeople(tx, rows.map((row) => row.authorId))
  return rows.map(({ id, title, authorId, createdAt }) => ({ id, title, author: named.get(authorId) ?? null, createdAt }))
}
`,
  'server/actions.ts': `
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { tell } from '#events/tell.ts'
import { groupRow } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { ${One} } from '../contract.ts'
import { ${one}Added } from '../events.ts'
import { get${One} } from './queries.ts'
import { ${name} } from './tables.ts'

/** Adds a ${one} to a group. */
export async function add${One}(tx: Tx, me: Me, { groupId, title }: { groupId: string; title: string }): Promise<${One}> {
  const { spaceId, audienceId } = await groupRow(tx, groupId)
  const [row] = await tx.insert(${name}).values({ spaceId, audienceId, authorId: me.id, title }).returning()
  await tell(tx, ${one}Added, { about: found(row), data: { title } })
  return get${One}(tx, found(row).id)
}
`,
  'server/routes.ts': `
import { implement } from '@orpc/server'
import { signedIn, type RequestContext } from '#access/procedures.ts'
import { ${name}Contract } from '../contract.ts'
import { add${One} } from './actions.ts'
import { get${One}, list${Name} } from './queries.ts'

const ${name} = implement(${name}Contract).$context<RequestContext>().use(signedIn())

export const ${name}Routes = {
  list: ${name}.list.handler(({ input, context: { tx } }) => list${Name}(tx, input)),
  get: ${name}.get.handler(({ input, context: { tx } }) => get${One}(tx, input.id)),
  add: ${name}.add.handler(({ input, context: { tx, me } }) => add${One}(tx, me, input)),
}
`,
  'server/section.ts': `
import { section } from '#features/section.ts'
import { ${name}Contract } from '../contract.ts'
import { ${name}Routes } from './routes.ts'
import { ${name} } from './tables.ts'

export const ${name}Section = section({
  name: '${name}',
  openTo: 'everyone',
  contract: ${name}Contract,
  routes: ${name}Routes,
  tables: [${name}],
})
`,
  'server/access.test.ts': `
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPortal, type TestPortal } from '#tests/portal.ts'

describe('who sees ${name}', () => {
  let portal: TestPortal
  beforeAll(async () => {
    portal = await openTestPortal()
  })
  afterAll(() => portal.close())

  it('members see what was added, the external among them; others hear what they hear of a missing one', async () => {
    const { id } = await (await portal.as('liam')).${name}.add({ groupId: portal.group('acme'), title: 'First' })
    expect((await (await portal.as('kim')).${name}.get({ id })).title).toBe('First')
    const answer = async (key: 'lena' | 'noel' | 'anna', asked: string) =>
      JSON.stringify(await (await portal.as(key)).${name}.get({ id: asked }).catch((error: unknown) => error))
    for (const key of ['lena', 'noel', 'anna'] as const)
      expect(await answer(key, id)).toBe(await answer(key, '00000000-0000-7000-8000-000000000000'))
  })
})
`,
})
