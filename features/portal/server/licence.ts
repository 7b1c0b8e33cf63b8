import { sql } from 'drizzle-orm'
import { invalid, refused } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { LicenceChanges, LicencePolicy } from '../contract.ts'
import { licence } from './tables.ts'

type Kind = 'employee' | 'external'

const unlimited: LicencePolicy = { mostPeople: null, externals: 'free', mostExternals: null }

/** What the licence says; without a row nothing is limited. For administrators and the keeper. */
export async function licencePolicy(tx: Tx): Promise<LicencePolicy> {
  const [row] = await tx.select().from(licence)
  if (!row) return unlimited
  const { mostPeople, externals, mostExternals } = row
  return { mostPeople, externals, mostExternals }
}

/** Changes the licence; for administrators. A limit below what is used is taken: whoever is in stays, and nobody new comes. */
export async function changeLicence(tx: Tx, changes: LicenceChanges): Promise<LicencePolicy> {
  // Whoever takes a place at this moment takes it by the policy of before, and this waits for them.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('licence policy', 0))`)
  const { mostPeople, externals, mostExternals } = { ...(await licencePolicy(tx)), ...given(changes) }
  if (externals === 'capped' && mostExternals === null)
    throw invalid('mostExternals', 'Say how many people from outside there may be.')
  const values = { mostPeople, externals, mostExternals }
  await tx
    .insert(licence)
    .values({ id: 1, ...values })
    .onConflictDoUpdate({ target: licence.id, set: values })
  return values
}

/** Whether there is a place for one more of this kind at this moment. For everybody: it says no figure. */
export async function hasPlace(tx: Tx, kind: Kind): Promise<boolean> {
  const { rows } = await tx.execute<{ yes: boolean }>(sql`select access.licence_allows(${kind}) as yes`)
  return rows[0]?.yes ?? false
}

/**
 * Takes a place for somebody who comes in by this transaction: a newcomer, somebody hired again, or somebody who `was` of the other
 * kind. Whoever comes at the same time waits here, so that the last place is given once. For the keeper; call it before the row
 * of the person is written, changed or let in again. Refuses with LICENCE_FULL.
 */
export async function takeLicence(tx: Tx, kind: Kind, was?: Kind): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('licence policy', 0))`)
  const { mostPeople, externals } = await licencePolicy(tx)
  if (mostPeople === null && externals !== 'capped') return
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('licence', 0))`)
  // Counted among the people, a person who changes sides has a place already.
  if (was && was !== kind && externals === 'counted') return
  if (!(await hasPlace(tx, kind))) throw licenceFull()
}

/** The one refusal where no place is left: what to do, and no figure. */
export const licenceFull = () =>
  refused(
    'LICENCE_FULL',
    'All places of this portal’s licence are taken. An administrator can free one by dismissing somebody, or raise the limit in Settings → Licence.',
  )

const given = (changes: LicenceChanges): LicenceChanges =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
