import { and, count, desc, eq, lt, sql, type SQL } from 'drizzle-orm'
import { shelfIds } from '#access/shelves.ts'
import { inPeriod, pageOfArchive as limit, type Entry, type Part, type Reading } from '#features/exports/server/door.ts'
import { namesIn, roomIn } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { label, say, type Language } from '#ui/words/catalogue.ts'
import { sizeOf } from '#ui/words/size.ts'
import { writingWords } from '../../words.ts'
import type { Attachment } from '../contract.ts'
import { attachments, uploads } from './tables.ts'
import { shown } from './uploads.ts'

type Row = Pick<typeof attachments.$inferSelect, 'thingId' | 'kind'> & { upload: typeof uploads.$inferSelect }

/** The names of the files of a thing, for the line below its words. */
export function filesFact(files: Attachment[], language: Language): [name: string, value: string][] {
  if (files.length === 0) return []
  const names = files.map(({ name, size }) => `${name} (${sizeOf(size, language)})`)
  return [[say(writingWords, language).files.title, names.join(', ')]]
}

const entryOf = ({ upload, thingId, kind }: Row, { language }: Reading['me'], author?: Entry['author']): Entry => ({
  at: upload.createdAt,
  ...(author === undefined ? {} : { author }),
  title: upload.name,
  facts: [
    [say(writingWords, language).files.size, sizeOf(upload.size, language)],
    ['SHA-256', upload.sha256],
  ],
  data: { ...shown(upload), sha256: upload.sha256, addedAt: upload.createdAt, kind, thingId },
})

const fields = { upload: uploads, thingId: attachments.thingId, kind: attachments.kind }
const pageOf = <Item extends { upload: { id: string } }>(rows: Item[]) => ({
  rows: rows.slice(0, limit),
  next: rows.length > limit ? (rows[limit - 1]?.upload.id ?? null) : null,
})

const counted = async (tx: Tx, where: SQL | undefined): Promise<number> => {
  const [row] = await tx
    .select({ count: count() })
    .from(attachments)
    .innerJoin(uploads, eq(uploads.id, attachments.id))
    .where(where)
  return row?.count ?? 0
}

const ofGroup = (reading: Reading) =>
  and(eq(attachments.spaceId, reading.group?.spaceId ?? ''), inPeriod(uploads.createdAt, reading))

/** The files of a group that stand at what was said there: a list of them, without what they hold. */
export const filesOfGroup: Part = {
  name: 'files',
  title: label(writingWords, (words) => words.files.title),
  count: (tx, reading) => counted(tx, ofGroup(reading)),
  async page(tx, reading, after) {
    const spaceId = reading.group?.spaceId ?? ''
    const found = await tx
      .select(fields)
      .from(attachments)
      .innerJoin(uploads, eq(uploads.id, attachments.id))
      .where(and(ofGroup(reading), after ? lt(attachments.id, after) : undefined))
      .orderBy(desc(attachments.id))
      .limit(limit + 1)
    const { rows, next } = pageOf(found)
    const room = await roomIn(tx, spaceId)
    const named = await namesIn(
      tx,
      [room],
      rows.map(({ upload }) => upload.authorId),
    )
    return { items: rows.map((row) => entryOf(row, reading.me, named(row.upload.authorId, room))), next }
  },
}

const ofPerson = ({ me }: Reading) => eq(attachments.authorId, me.id)

/** The files that somebody attached, as far as they still read what they stand at. */
export const ownFiles: Part = {
  name: 'files',
  title: label(writingWords, (words) => words.files.title),
  count: (tx, reading) => counted(tx, ofPerson(reading)),
  async page(tx, reading, after) {
    const where = ofPerson(reading)
    const ids = shelfIds(attachments, { limit: limit + 1, where, ...(after ? { after } : {}) })
    const found = await tx
      .select(fields)
      .from(attachments)
      .innerJoin(uploads, eq(uploads.id, attachments.id))
      .where(sql`${attachments.id} in (${ids})`)
      .orderBy(desc(attachments.id))
    const { rows, next } = pageOf(found)
    return { items: rows.map((row) => entryOf(row, reading.me)), next }
  },
}
