import { randomUUID } from 'node:crypto'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { eq } from 'drizzle-orm'
import type { Portal } from '#app/portal.ts'
import { router } from '#app/router.ts'
import type { PersonKey, GroupKey } from '#app/sample/cast.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Tx } from '#platform/database/transaction.ts'

/** A portal with the sample company, and its cast to act as. */
export interface ActingPortal extends Portal {
  folder: string
  /** Ids of the sample's people and groups. */
  person: (key: PersonKey) => string
  group: (key: GroupKey) => string
  /** The procedures, in process and typed, as one of the cast would call them. */
  as: (key: PersonKey) => Promise<Client>
  /** The same in a browser in which they have just shown that it is them. */
  freshly: (key: PersonKey) => Promise<Client>
  /** The same for a person made by the test. */
  asId: (id: string) => Promise<Client>
  /** Queries under the rules of one of the cast. */
  under: <T>(key: PersonKey, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Queries as the owner of the tables. */
  keep: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

export type Client = RouterClient<typeof router>

/** The ids of a sample company, by the keys of its cast. */
interface Ids {
  people: Iterable<readonly [string, string]>
  groups: Iterable<readonly [string, string]>
}

/** Lets the cast act in a portal that holds the sample company. */
export function actingIn<Opened extends Portal & { folder: string }>(
  portal: Opened,
  { people: peopleIds, groups: groupIds }: Ids,
): Opened & ActingPortal {
  const ids = { people: new Map(peopleIds), groups: new Map(groupIds) }
  const known = (map: Map<string, string>, key: string): string => {
    const id = map.get(key)
    if (!id) throw new Error(`The sample knows no ${key}.`)
    return id
  }
  const { platform, sessions } = portal
  const clientOf = (me: Me): Client =>
    createRouterClient(router, {
      context: {
        platform,
        sessions,
        requestId: randomUUID(),
        headers: new Headers(),
        setCookies: () => undefined,
        whoIs: () => Promise.resolve(me),
      },
    })
  const asId = async (id: string): Promise<Client> => clientOf(await meOf(portal, id))
  return Object.assign(portal, {
    person: (key: PersonKey) => known(ids.people, key),
    group: (key: GroupKey) => known(ids.groups, key),
    as: (key: PersonKey) => asId(known(ids.people, key)),
    asId,
    freshly: async (key: PersonKey) =>
      clientOf({ ...(await meOf(portal, known(ids.people, key))), sessionId: randomUUID(), provedAt: new Date() }),
    under: <T>(key: PersonKey, work: (tx: Tx) => Promise<T>) =>
      asPerson(platform.database, known(ids.people, key), work),
    keep: <T>(work: (tx: Tx) => Promise<T>) => asKeeper(platform.database, work),
  })
}

async function meOf({ platform }: Portal, id: string): Promise<Me> {
  const [person] = await asKeeper(platform.database, (tx) => tx.select().from(people).where(eq(people.id, id)))
  if (!person) throw new Error(`There is no person ${id}.`)
  const administrator = await asPerson(platform.database, id, async (tx) => {
    const { rows } = await tx.execute<{ yes: boolean }>('select access.i_am_administrator() as yes')
    return rows[0]?.yes ?? false
  })
  return { id, kind: person.kind, language: person.language, administrator, sessionId: null }
}
