import { sql } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { signInRules } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { SignInRules } from '../contract.ts'

/** From whom the portal asks for a second factor. */
export async function readSignInRules(tx: Tx): Promise<SignInRules> {
  const [row] = await tx.select().from(signInRules)
  return { employees: Boolean(row?.employeesSince), externals: Boolean(row?.externalsSince) }
}

/** Asks people for a second factor, or no more. Whoever asks employees has one in this browser: nobody shuts themselves out by it. */
export async function changeSignInRules(
  tx: Tx,
  changes: { employees?: boolean | undefined; externals?: boolean | undefined },
  hasShown: boolean,
): Promise<SignInRules> {
  if (changes.employees && !hasShown)
    throw refused('SET_YOURS_UP_FIRST', 'Set up your own second factor first: it would be asked of you at once.')
  const present = await readSignInRules(tx)
  const next = { ...present, ...definedOf(changes) }
  const since = (who: keyof SignInRules) => (next[who] ? sql`now()` : null)
  const changed = {
    ...(next.employees === present.employees ? {} : { employeesSince: since('employees') }),
    ...(next.externals === present.externals ? {} : { externalsSince: since('externals') }),
  }
  if (Object.keys(changed).length > 0)
    await tx.insert(signInRules).values(changed).onConflictDoUpdate({ target: signInRules.id, set: changed })
  return next
}

const definedOf = (changes: {
  employees?: boolean | undefined
  externals?: boolean | undefined
}): Partial<SignInRules> => ({
  ...(changes.employees === undefined ? {} : { employees: changes.employees }),
  ...(changes.externals === undefined ? {} : { externals: changes.externals }),
})

/** Whether the portal asks this person for a second factor. */
export async function isAskedForSecondFactor(tx: Tx, me: Me): Promise<boolean> {
  const rules = await readSignInRules(tx)
  return me.kind === 'employee' ? rules.employees : rules.externals
}
