import { and, eq, inArray, isNull } from 'drizzle-orm'
import { found, invalid, refused } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { ownPlaceOf, ownPlacesOf } from '#access/spaces.ts'
import { companies, people } from '#access/tables.ts'
import { tell, tellEach } from '#events/tell.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { employ } from '../../departments/server/employ.ts'
import { companyChanged, personChanged } from '../../events.ts'
import { belongings } from '../../server/slots.ts'
import { saidCompanies } from '../../server/tables.ts'
import { holdCompanies } from './holding.ts'
import { companyNamed } from './naming.ts'
import { forgetSaid } from './saying.ts'

/** What an administrator writes into somebody's profile. */
interface Assigned {
  id: string
  name?: string
  position?: string
  companyId?: string | null
  departmentId?: string | null
  managerId?: string | null
}

/** Says for somebody what they are called, what they do and where they belong. For administrators: the routes see to that. */
export async function assignProfile(database: Database, me: Me, assigned: Assigned): Promise<void> {
  await asKeeper(database, async (tx) => {
    if (assigned.companyId) await holdCompanies(tx)
    await assign(tx, me, assigned)
  })
}

/** Assigns the company that somebody says they belong to, or the one meant by it (PPL-4). For administrators: the routes see to that. */
export async function assignSaid(
  database: Database,
  me: Me,
  { id, name, companyId }: { id: string; name: string; companyId?: string | undefined },
): Promise<void> {
  await asKeeper(database, async (tx) => {
    await holdCompanies(tx)
    await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update')
    const [said] = await tx.select().from(saidCompanies).where(eq(saidCompanies.personId, id)).for('update')
    // Whoever reads one word and assigns by it does not assign by another that was written meanwhile.
    if (found(said).name !== name)
      throw refused('SAYS_ANOTHER_COMPANY', 'This person says another company by now. Look at it again.')
    await assign(tx, me, { id, companyId: companyId ?? (await companyNamed(tx, name)) })
  })
}

async function assign(tx: Tx, me: Me, { id, companyId, departmentId, managerId, ...profile }: Assigned): Promise<void> {
  const [person] = await tx.select().from(people).where(eq(people.id, id)).for('update')
  const { kind, companyId: before } = found(person)
  await employ(tx, { id, kind }, { departmentId, managerId })
  if (profile.name !== undefined || profile.position !== undefined) {
    await tx.update(people).set(profile).where(eq(people.id, id))
    await tell(tx, personChanged, { about: { id, ...(await ownPlaceOf(tx, id)) }, data: {}, by: me.id })
  }
  if (companyId === undefined || companyId === before) return
  if (companyId !== null && kind === 'employee')
    throw invalid('companyId', 'An employee belongs to no other company. Make them external first.')
  if (companyId !== null) await mustBeThere(tx, companyId)
  await tx.update(people).set({ companyId }).where(eq(people.id, id))
  if (companyId) await forgetSaid(tx, [id])
  await follow(tx, [id], { before, after: companyId }, me.id)
}

/** Makes one company of two; for administrators. The people of the first belong to the second; its name leads there from now on. */
export async function mergeCompanies(database: Database, me: Me, id: string, into: string): Promise<void> {
  await asKeeper(database, async (tx) => {
    await holdCompanies(tx, 'to merge')
    const both = await tx
      .select({ id: companies.id })
      .from(companies)
      .where(and(inArray(companies.id, [id, into]), isNull(companies.mergedInto)))
      .for('update')
    found(both.find((one) => one.id === id))
    if (id === into) throw invalid('companyId', 'Choose another company than this one.')
    if (!both.some((one) => one.id === into)) throw noSuchCompany()
    const theirs = await tx
      .update(people)
      .set({ companyId: into })
      .where(eq(people.companyId, id))
      .returning({ id: people.id })
    await tx.update(companies).set({ mergedInto: into }).where(eq(companies.mergedInto, id))
    await tx.update(companies).set({ mergedInto: into }).where(eq(companies.id, id))
    const moved = theirs.map((person) => person.id)
    await follow(tx, moved, { before: id, after: into }, me.id)
  })
}

/** Holds a company as it is until the end of the transaction. As the keeper. */
export async function mustBeThere(tx: Tx, companyId: string): Promise<void> {
  const [company] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.id, companyId), isNull(companies.mergedInto)))
    .for('share')
  if (!company) throw noSuchCompany()
}

/** After people belong to another company: every room changes what they read, in the same transaction, and each of them is told. */
async function follow(
  tx: Tx,
  personIds: string[],
  change: { before: string | null; after: string | null },
  by: string,
): Promise<void> {
  for (const room of belongings()) await room.changeCompany?.(tx, personIds)
  const about = await ownPlacesOf(tx, personIds)
  await tellEach(
    tx,
    companyChanged,
    about.map((own) => ({ about: own, data: change, by })),
  )
}

const noSuchCompany = () => invalid('companyId', 'There is no such company. Choose one from the list, or add it.')
