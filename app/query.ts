import { sql } from 'drizzle-orm'
import { personByEmail } from '#access/admit.ts'
import { asPerson } from '#access/signed-in.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { visit } from './visit.ts'

/** `bin/db [--as E-MAIL] "select …"`: one statement, as the owner of the tables or under the rules of a person. */
await visit(async (database) => {
  const [flag, email, ...rest] = process.argv.slice(2)
  const as = flag === '--as' ? email : undefined
  const statement = as === undefined ? flag : rest[0]
  if (!statement) throw new Error('Usage: bin/db [--as E-MAIL] "select …"')
  const person = as === undefined ? null : await asKeeper(database, (tx) => personByEmail(tx, as.toLowerCase()))
  if (as !== undefined && person === null) throw new Error(`Nobody signs in with ${as}.`)
  const run = (tx: Tx) => tx.execute(sql.raw(statement))
  const { rows } = await (person === null ? asKeeper(database, run) : asPerson(database, person, run))
  console.table(rows)
})
