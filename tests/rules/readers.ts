import { sql, type SQLWrapper } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { readers, readersAmong } from '#access/readers.ts'
import { asPerson } from '#access/signed-in.ts'
import { audiences, people } from '#access/tables.ts'
import { toolOf, toolOpen, tools, type Tool } from '#access/tools.ts'
import { tables } from '#app/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TestPortal } from '../portal.ts'

/** Tables that only those who sit in the audience read: no other rule opens them. */
const onlySeated = tables
  .map((table) => getTableConfig(table))
  .filter(({ policies }) => {
    const opening = policies.filter((policy) => policy.for === 'select' && policy.as !== 'restrictive')
    return opening.length === 1 && opening[0]?.name === 'seen by its audience'
  })
  .map(({ name }) => name)

const named = (tool: Tool | null, place: string) => `${tool ?? 'no tool'} ${place}`
const nouns = (tool: Tool) =>
  sql.raw(
    Object.entries(toolOf)
      .flatMap(([noun, of]) => (of === tool ? [`'${noun}'`] : []))
      .join(', '),
  )

/** Where "who reads this audience" and what the rules let each person read are not the same; a sentence for each audience and tool. */
export async function findReaderFaults(portal: TestPortal): Promise<string[]> {
  const everybody = await portal.keep((tx) =>
    tx.select({ id: people.id, dismissedAt: people.dismissedAt }).from(people),
  )
  const places = await portal.keep((tx) => tx.select({ id: audiences.id, kind: audiences.kind }).from(audiences))
  const filled = await portal.keep(perTool(filledWith))
  const really = new Map<string, Set<string>>()
  const faults: string[] = []
  for (const { id, dismissedAt } of everybody) {
    if (dismissedAt) continue
    const found = await asPerson(portal.platform.database, id, async (tx) => ({
      seats: await openTo(tx, null),
      strange: await readIn(tx),
      filled: await perTool(filledWith)(tx),
      open: await perTool(openTo)(tx),
    }))
    const reads = (tool: Tool | null, open: Set<string>) => {
      for (const place of open)
        really.set(named(tool, place), (really.get(named(tool, place)) ?? new Set<string>()).add(id))
    }
    reads(null, found.seats)
    for (const row of found.strange)
      if (!found.seats.has(row.id))
        faults.push(`${id} reads ${row.name} of the audience ${row.id} without sitting there.`)
    for (const tool of tools) {
      reads(tool, found.open[tool])
      for (const place of filled[tool])
        if (found.filled[tool].has(place) !== found.open[tool].has(place))
          faults.push(`${id} reads more or less of ${tool} in the audience ${place} than is open to them.`)
    }
  }
  const ids = everybody.map(({ id }) => id)
  await portal.keep(async (tx) => {
    for (const { id, kind } of places)
      for (const tool of [null, ...tools]) {
        const said = (await readers(tx, id, tool)).map(({ personId }) => personId)
        const among = await readersAmong(tx, id, ids, tool)
        const is = [...(really.get(named(tool, id)) ?? [])].toSorted().join(' ')
        for (const [how, list] of Object.entries({ readers: said, readers_among: among }))
          if (list.toSorted().join(' ') !== is)
            faults.push(`access.${how} of ${named(tool, id)} (${kind}) says ${list.join(' ')}; it is read by ${is}`)
      }
  })
  return faults
}

/** What somebody reads of tables that only the audience reads. */
async function readIn(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql.raw(
      onlySeated.map((name) => `select distinct audience_id as id, '${name}' as name from ${name}`).join(' union all '),
    ),
  )
  return rows
}

/** The audiences that whoever asks sits in, and in which the tool is not shut to them. */
async function openTo(tx: Tx, tool: Tool | null): Promise<Set<string>> {
  const at: Record<'spaceId' | 'audienceId', SQLWrapper> = { spaceId: audiences.spaceId, audienceId: audiences.id }
  const rows = await tx
    .select({ id: audiences.id })
    .from(audiences)
    .where(tool ? toolOpen(at, tool, 'view') : undefined)
  return new Set(rows.map((row) => row.id))
}

/** The audiences of which whoever asks reads things of a tool, the talk below them and what was told about them. */
async function filledWith(tx: Tx, tool: Tool): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select audience_id as id from threads where kind in (${nouns(tool)})
    intersect select audience_id from events where about_kind in (${nouns(tool)})
    intersect select audience_id from ${sql.identifier({ feed: 'posts', tasks: 'tasks' }[tool])}`)
  return new Set(rows.map((row) => row.id))
}

const perTool =
  (of: (tx: Tx, tool: Tool) => Promise<Set<string>>) =>
  async (tx: Tx): Promise<Record<Tool, Set<string>>> => ({ feed: await of(tx, 'feed'), tasks: await of(tx, 'tasks') })
