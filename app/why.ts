import { sql } from 'drizzle-orm'
import { personByEmail } from '#access/admit.ts'
import { readers, why } from '#access/readers.ts'
import { toolOfKind } from '#access/tools.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { visit } from './visit.ts'

const tablesOf: Record<string, string> = { group: 'groups', post: 'posts', task: 'tasks' }

/** `bin/why kim@acme.example task 0198…`: whether somebody may read a record, at which level and why; without an address, everyone who may. */
async function answer(tx: Tx, [first, second, third]: string[]): Promise<string> {
  const [email, kind, id] = third === undefined ? [null, first, second] : [first, second, third]
  const table = tablesOf[kind ?? '']
  if (!table || !id) return `Usage: bin/why [E-MAIL] ${Object.keys(tablesOf).join('|')} ID`
  const { rows } = await tx.execute<{ audience_id: string }>(
    sql`select audience_id from ${sql.identifier(table)} where id = ${id}`,
  )
  const audience = rows[0]?.audience_id
  if (!audience) return `There is no ${kind} ${id}.`
  if (email === null || email === undefined) {
    const all = await readers(tx, audience, toolOfKind(kind ?? ''))
    return all.map(({ personId, level, because }) => `${personId}  ${level}  because: ${because}`).join('\n')
  }
  const personId = await personByEmail(tx, email.toLowerCase())
  if (!personId) return `Nobody signs in with ${email}.`
  const reason = await why(tx, personId, audience, toolOfKind(kind ?? ''))
  return reason
    ? `${email} reads it at the level "${reason.level}", because: ${reason.because}.`
    : `${email} cannot read it.`
}

await visit(async (database) => {
  console.log(await asKeeper(database, (tx) => answer(tx, process.argv.slice(2))))
})
