import { count, eq } from 'drizzle-orm'
import { refused } from '#access/errors.ts'
import { sessions, tokens } from '#access/sign-in-tables.ts'
import type { Me } from '#access/signed-in.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { countBelongings, nameNeeds, needsOf } from '../../server/slots.ts'
import type { DismissPreview } from '../contract.ts'
import { freeAddress } from './address.ts'
import { dismiss, handOver, type DismissInput } from './dismissal.ts'
import { holdPerson } from './leaving.ts'
import { move, type MoveInput } from './move.ts'
import { standingInStructure } from './structure.ts'
import { rehire, type RehireInput } from './rehiring.ts'
import { undoMove } from './undo.ts'

/** Makes somebody an employee or an external (PPL-8). For administrators: the routes see to that. */
export async function movePerson(database: Database, me: Me, input: MoveInput): Promise<void> {
  await asKeeper(database, async (tx) => {
    const { tasks, groups } = await move(tx, me, input)
    // Known only now that it was done; nothing of it stays.
    if (!input.heirId && tasks.length + groups.length > 0)
      throw refused(
        'HEIR_NEEDED',
        'This person owns groups, or has open tasks that they could not reach any more. Choose a colleague who takes them over.',
      )
  })
}

/** Takes a move back. For administrators: the routes see to that. */
export const undoLastMove = (database: Database, me: Me, id: string): Promise<void> =>
  asKeeper(database, (tx) => undoMove(tx, me, id))

/** What ends with somebody's dismissal, and what needs an heir. */
export async function previewDismissal(database: Database, asking: Tx, id: string): Promise<DismissPreview> {
  const { needs, ...preview } = await asKeeper(database, async (tx) => {
    await holdPerson(tx, id)
    const { leads, reports } = await standingInStructure(tx, id)
    return {
      needs: await needsOf(tx, id),
      ...(await countBelongings(tx, id)),
      leads,
      reports,
      ...(await signedIn(tx, id)),
    }
  })
  return { ...preview, ...(await nameNeeds(asking, needs)) }
}

/** Ends every access of somebody at once (PPL-10). For administrators: the routes see to that. */
export const dismissPerson = (database: Database, me: Me, input: DismissInput): Promise<void> =>
  asKeeper(database, (tx) => dismiss(tx, me, input))

/** Lets a dismissed person in again. For administrators: the routes see to that. */
export const rehirePerson = (database: Database, me: Me, input: RehireInput): Promise<void> =>
  asKeeper(database, (tx) => rehire(tx, me, input))

/** Frees the address of somebody dismissed (PPL-9). For administrators: the routes see to that. */
export const freeTheirAddress = (database: Database, me: Me, id: string): Promise<void> =>
  asKeeper(database, (tx) => freeAddress(tx, me, id))

/** Gives what somebody dismissed has open to a colleague (PPL-10). For administrators: the routes see to that. */
export const handOverWork = (database: Database, me: Me, input: { id: string; heirId: string }): Promise<void> =>
  asKeeper(database, (tx) => handOver(tx, me, input))

/** Gives or takes what lets somebody in or makes them an administrator. For administrators: the routes see to that. */
export const changeRights = (
  { database, jobs }: Platform,
  me: Me,
  id: string,
  change: (tx: Tx, jobs: Platform['jobs'], me: Me, id: string) => Promise<void>,
): Promise<void> => asKeeper(database, (tx) => change(tx, jobs, me, id))

/** In how many browsers somebody is signed in, and how many programs act for them. As the keeper. */
export async function signedIn(tx: Tx, id: string): Promise<{ sessions: number; tokens: number }> {
  const [open] = await tx.select({ n: count() }).from(sessions).where(eq(sessions.userId, id))
  const [made] = await tx.select({ n: count() }).from(tokens).where(eq(tokens.personId, id))
  return { sessions: open?.n ?? 0, tokens: made?.n ?? 0 }
}
