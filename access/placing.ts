import { foreignKey, index, uuid, type ExtraConfigColumn } from 'drizzle-orm/pg-core'
import { audiences } from './tables.ts'

/** Where a row stands and for whom it is. Written at insert, inherited by what hangs below, never changed. */
export interface Placed {
  spaceId: string
  audienceId: string
}

/** The columns of a row that stands in an audience. */
export const placed = () => ({ spaceId: uuid('space_id').notNull(), audienceId: uuid('audience_id').notNull() })

/**
 * The two indexes that lists walk shelf by shelf, and the key that holds space and audience together. `id` is a uuidv7: newest is greatest.
 * Without "nulls first" they would be in another order than "order by id desc", and PostgreSQL would sort each shelf.
 */
export const shelved = (t: { id: ExtraConfigColumn; spaceId: ExtraConfigColumn; audienceId: ExtraConfigColumn }) => [
  index().on(t.spaceId, t.id.desc().nullsFirst()),
  index().on(t.audienceId, t.id.desc().nullsFirst()),
  foreignKey({ columns: [t.audienceId, t.spaceId], foreignColumns: [audiences.id, audiences.spaceId] }).onDelete(
    'cascade',
  ),
]
