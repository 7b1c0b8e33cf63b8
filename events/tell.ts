import { sql } from 'drizzle-orm'
import type { Placed } from '#access/placing.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Kind } from './kind.ts'
import { events } from './tables.ts'

/** The channel on which the relay is woken. */
export const toldChannel = 'loggia_told'

interface Telling<Data> {
  about: Placed & { id: string }
  data: Data
  /** Who did it, where the keeper acts for somebody; else whoever is signed in. */
  by?: string
}

/**
 * Tells what happened, in the transaction in which it happens: both are committed or neither.
 * The event takes the place of what it is about, so it reaches whoever may read that and nobody else.
 */
export const tell = <Data>(tx: Tx, happened: Kind<string, Data>, telling: Telling<Data>): Promise<void> =>
  tellEach(tx, happened, [telling])

/** More rows have more parameters than a statement may carry. */
const most = 1000

/** Tells that the same happened to several things. */
export async function tellEach<Data>(tx: Tx, happened: Kind<string, Data>, tellings: Telling<Data>[]): Promise<void> {
  for (let from = 0; from < tellings.length; from += most)
    await tx.insert(events).values(
      tellings.slice(from, from + most).map(({ about, data, by }) => ({
        kind: happened.name,
        spaceId: about.spaceId,
        audienceId: about.audienceId,
        aboutKind: happened.about,
        aboutId: about.id,
        actorId: by ?? sql`(select access.me())`,
        data: happened.data.parse(data),
      })),
    )
  if (tellings.length > 0) await tx.execute(sql`select pg_notify(${toldChannel}, '')`)
}
