import { and, asc, eq, or, sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { people } from '#access/tables.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { profileFields, profileValues } from '../../server/tables.ts'
import type { Field, FilledField, OwnField } from '../contract.ts'

/** All fields, the oldest first. */
export async function listFields(tx: Tx): Promise<Field[]> {
  return (await tx.select().from(profileFields).orderBy(asc(profileFields.id))).map(fieldIn)
}

/** One field. */
export async function getField(tx: Tx, id: string): Promise<Field> {
  const [row] = await tx.select().from(profileFields).where(eq(profileFields.id, id))
  return fieldIn(found(row))
}

/** The fields that are asked of the person asking, with what they wrote. */
export async function listOwnFields(tx: Tx, me: Pick<Me, 'id' | 'kind'>): Promise<OwnField[]> {
  const rows = await tx
    .select({ field: profileFields, value: profileValues.value })
    .from(profileFields)
    .leftJoin(profileValues, and(eq(profileValues.fieldId, profileFields.id), eq(profileValues.personId, me.id)))
    .where(askedOf(me.kind))
    .orderBy(asc(profileFields.id))
  return rows.map(({ field, value }) => ({ ...fieldIn(field), value: value ?? '' }))
}

/** The fields that are asked of people from outside: who adds somebody fills them in. */
export async function listFieldsOfExternals(tx: Tx): Promise<Field[]> {
  return (await tx.select().from(profileFields).where(askedOf('external')).orderBy(asc(profileFields.id))).map(fieldIn)
}

/** What somebody wrote, as the person asking may know it. What is asked of the other kind of people is not shown: they wrote it as that. */
export async function listFilled(tx: Tx, personId: string): Promise<FilledField[]> {
  const rows = await tx
    .select({ field: profileFields, value: profileValues.value })
    .from(profileValues)
    .innerJoin(profileFields, eq(profileFields.id, profileValues.fieldId))
    .innerJoin(people, eq(people.id, profileValues.personId))
    .where(
      and(
        eq(profileValues.personId, personId),
        or(eq(profileFields.askedOf, 'everyone'), sql`${profileFields.askedOf} = ${people.kind} || 's'`),
      ),
    )
    .orderBy(asc(profileFields.id))
  return rows.map(({ field, value }) => {
    const { id, names, kind } = fieldIn(field)
    return { id, names, kind, value }
  })
}

/** Those that are asked of this kind of people. */
const askedOf = (kind: Me['kind']) =>
  or(eq(profileFields.askedOf, 'everyone'), eq(profileFields.askedOf, kind === 'employee' ? 'employees' : 'externals'))

function fieldIn(row: typeof profileFields.$inferSelect): Field {
  const { id, kind, choices, askedOf: asked } = row
  return {
    id,
    names: { en: row.nameEn, ru: row.nameRu, pl: row.namePl },
    kind,
    choices,
    askedOf: asked,
    shownToExternals: row.shownToExternalsAt !== null,
  }
}
