import { and, eq } from 'drizzle-orm'
import { found, invalid } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { profileFields, profileValues } from '../../server/tables.ts'
import type { Field, OwnField } from '../contract.ts'
import { getField, listOwnFields } from './queries.ts'

interface Written {
  nameEn: string
  nameRu: string
  namePl: string
  choices: string[]
  askedOf: Field['askedOf']
  shownToExternals: boolean
}

/** Adds a field; for administrators. */
export async function createField(tx: Tx, { kind, ...written }: Written & { kind: Field['kind'] }): Promise<Field> {
  const [row] = await tx
    .insert(profileFields)
    .values({ kind, ...checked(kind, written), shownToExternalsAt: written.shownToExternals ? new Date() : null })
    .returning({ id: profileFields.id })
  return getField(tx, found(row).id)
}

/** Changes a field; its kind stays, since people wrote into it as that. */
export async function changeField(tx: Tx, { id, ...written }: Written & { id: string }): Promise<Field> {
  const present = await getField(tx, id)
  const changes = checked(present.kind, written)
  const [row] = await tx
    .update(profileFields)
    .set({ ...changes, shownToExternalsAt: written.shownToExternals ? new Date() : null })
    .where(eq(profileFields.id, id))
    .returning({ id: profileFields.id })
  return getField(tx, found(row).id)
}

/** Removes a field and all that was written into it. */
export async function removeField(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.delete(profileFields).where(eq(profileFields.id, id)).returning({ id: profileFields.id })
  found(row)
}

/** Fills the fields of somebody, as they themselves, or as the keeper for somebody who was just made; what is empty is taken away. */
export async function writeFields(
  tx: Tx,
  me: Pick<Me, 'id' | 'kind'>,
  values: { fieldId: string; value: string }[],
): Promise<OwnField[]> {
  const asked = new Map((await listOwnFields(tx, me)).map((field) => [field.id, field]))
  for (const { fieldId, value } of values) {
    const field = found(asked.get(fieldId))
    const own = and(eq(profileValues.fieldId, fieldId), eq(profileValues.personId, me.id))
    if (value === '') await tx.delete(profileValues).where(own)
    else if (field.value === '')
      await tx.insert(profileValues).values({ fieldId, personId: me.id, value: fitting(field, value) })
    else
      await tx
        .update(profileValues)
        .set({ value: fitting(field, value) })
        .where(own)
  }
  return listOwnFields(tx, me)
}

function checked(kind: Field['kind'], { nameEn, nameRu, namePl, choices, askedOf }: Written) {
  if (!nameEn && !nameRu && !namePl) throw invalid('nameEn', 'Name the field in one language at least.')
  if (kind === 'choice' && choices.length < 2) throw invalid('choices', 'Give at least two choices.')
  return { nameEn, nameRu, namePl, askedOf, choices: kind === 'choice' ? [...new Set(choices)] : [] }
}

/** A value of the field's kind. `field` of a refusal is its id: the form shows it there. */
function fitting({ id, kind, choices }: OwnField, value: string): string {
  if (kind === 'choice' && !choices.includes(value)) throw invalid(id, 'Choose one of the list.')
  if (kind === 'date' && !isDay(value)) throw invalid(id, 'Give a day as 2026-11-22.')
  if (kind === 'link' && !isLink(value)) throw invalid(id, 'Give an address that begins with https://.')
  return value
}

function isDay(value: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value)
}

function isLink(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.username === ''
}
