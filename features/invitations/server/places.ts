import { and, eq, exists, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, reaches } from '#access/tables.ts'
import type { Me } from '#access/signed-in.ts'
import { members } from '#features/groups/server/tables.ts'
import { hasPlace, licenceFull } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { knownByNumber, type TypedAddress } from './addresses.ts'

/**
 * Refuses when the licence has no place left and somebody new is among those invited (ROLE-4). Somebody who is here already needs
 * none; but only people whom the inviter meets in a group are told apart, so that the answer says nothing about others.
 */
export async function mustHavePlace(tx: Tx, me: Me, typed: TypedAddress[]): Promise<void> {
  if (await hasPlace(tx, 'external')) return
  const here = await present(tx, me, typed)
  if (typed.some(({ address }) => !here.has(address.normalised))) throw licenceFull()
}

async function present(tx: Tx, me: Me, typed: TypedAddress[]): Promise<Set<string>> {
  if (me.kind !== 'employee') return new Set()
  const mine = alias(members, 'mine')
  const met = exists(
    tx
      .select({ one: sql`1` })
      .from(members)
      .innerJoin(mine, and(eq(mine.groupId, members.groupId), eq(mine.personId, me.id)))
      .where(eq(members.personId, people.id)),
  )
  const rows = await tx
    .select({ email: reaches.email })
    .from(reaches)
    .innerJoin(people, eq(people.id, reaches.personId))
    .where(
      and(
        inArray(
          reaches.email,
          typed.map(({ address }) => address.normalised),
        ),
        isNull(people.dismissedAt),
        me.administrator ? undefined : met,
      ),
    )
  const byNumber = await knownByNumber(tx, typed, me.administrator ? undefined : met)
  return new Set([...rows, ...byNumber].map(({ email }) => email))
}
