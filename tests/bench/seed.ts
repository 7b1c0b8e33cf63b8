import { sql } from 'drizzle-orm'
import { placePosts } from '#features/feed/reading/server/rising.ts'
import { keepWordsOfComments, keepWordsOfPosts } from '#features/feed/search/server/keeper.ts'
import type { Database } from '#platform/database/database.ts'
import { guardedTx, type Tx } from '#platform/database/transaction.ts'
import { contentOfGroups } from './content.ts'
import { externals } from './externals.ts'
import { ground, naming } from './ground.ts'
import { rounds, type Size } from './size.ts'
import type { Step } from './step.ts'

const unplaced = sql`select p.id from posts p where not exists (select from activities a where a.post_id = p.id)`

const wordless = (table: 'posts' | 'comments') =>
  sql`select x.id from ${sql.identifier(table)} x where not exists (select from post_words w where w.id = x.id)`

type Index = { name: string; definition: string }

/** Fills an empty portal with all but nine tenths of the externals. */
export const seedFirst = (admin: Database, size: Size): Promise<void> => {
  const [first] = rounds(size)
  return seed(admin, [naming, ...ground(size), ...externals(size, first), contentOfGroups(size)])
}

/** Brings the rest of the externals, with their lanes and what was written in them. */
export const seedRest = (admin: Database, size: Size): Promise<void> => seed(admin, externals(size, rounds(size)[1]))

/** Fills an empty portal with all of it, but the words that search goes by: a third of the time, and no feed asks for them. */
export const seedAll = (admin: Database, size: Size): Promise<void> => {
  const [first, rest] = rounds(size)
  return seed(
    admin,
    [naming, ...ground(size), ...externals(size, first), ...externals(size, rest), contentOfGroups(size)],
    { words: false },
  )
}

/** Runs the steps as the superuser with triggers and keys off; indexes are taken away meanwhile and built at the end. */
async function seed(admin: Database, steps: Step[], { words } = { words: true }): Promise<void> {
  const client = await admin.keeper.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    await client.query(`set maintenance_work_mem = '2GB'`)
    await client.query(`set work_mem = '256MB'`)
    await client.query(`select setseed(0.5)`)
    const indexes = await takeIndexes(client)
    for (const { name, statements } of steps)
      await timed(name, async () => {
        for (const statement of statements) await client.query(statement)
      })
    await timed('places in feeds', () => placePosts(guardedTx(client, { open: true }), unplaced))
    if (words)
      await timed('words of posts', async () => {
        const tx = guardedTx(client, { open: true })
        await keepWordsOfPosts(tx, wordless('posts'))
        await keepWordsOfComments(tx, wordless('comments'))
      })
    await timed('indexes', async () => {
      for (const { definition } of indexes) await client.query(definition)
    })
    await timed('vacuum analyze', () => client.query('vacuum analyze'))
    await client.query('reset all')
  } finally {
    client.release()
  }
}

/** Drops the indexes that hold no constraint, of the tables that grow much; answers how to make them again. */
async function takeIndexes(client: Tx['$client']): Promise<Index[]> {
  const { rows } = await client.query<Index>(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class t on t.oid = i.indrelid
    where t.relname in ('tasks', 'posts', 'activities', 'post_words', 'threads', 'comments', 'reactions', 'members', 'appearances', 'seats', 'circle_members')
      and t.relnamespace = 'public'::regnamespace
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  console.error(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}
