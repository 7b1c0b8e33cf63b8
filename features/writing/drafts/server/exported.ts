import { and, count, desc, eq, lt } from 'drizzle-orm'
import { pageOfArchive as limit, type Part, type Reading } from '#features/exports/server/door.ts'
import { label } from '#ui/words/catalogue.ts'
import { writingWords } from '../../words.ts'
import { filesFact } from '../../attachments/server/exported.ts'
import { waitingOf } from '../../attachments/server/placing.ts'
import { plainOf } from '../../server/plain.ts'
import { drafts } from './tables.ts'

const mine = ({ me }: Reading) => eq(drafts.authorId, me.id)

/** How a comment says whom it mentions; names of others belong to the place where they would be said. */
const mention = /@\[[0-9a-f-]{36}\]/g

/** What was chosen and filled in beside the words, without whom or what it means: of that nobody is asked here. */
const withoutIds = (beside: object): unknown =>
  JSON.parse(JSON.stringify(beside).replaceAll(/"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, 'null'))

/** What somebody has begun to write and not sent, in the copy of what is theirs. */
export const ownDrafts: Part = {
  name: 'drafts',
  title: label(writingWords, (words) => words.drafts.title),
  async count(tx, reading) {
    const [row] = await tx.select({ count: count() }).from(drafts).where(mine(reading))
    return row?.count ?? 0
  },
  async page(tx, reading, after) {
    const rows = await tx
      .select()
      .from(drafts)
      .where(and(mine(reading), after ? lt(drafts.id, after) : undefined))
      .orderBy(desc(drafts.id))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const files = await waitingOf(
      tx,
      reading.me,
      page.flatMap(({ attachments }) => attachments),
    )
    const items = page.map(({ id, kind, document, beside, attachments, savedAt, ...row }) => {
      const text = document ? plainOf(document) : row.text.replaceAll(mention, '@…')
      const there = files.filter((file) => attachments.includes(file.id))
      const facts = filesFact(there, reading.me.language)
      return {
        at: savedAt,
        text,
        facts,
        data: { id, kind, text, attachments: there, beside: withoutIds(beside), savedAt },
      }
    })
    return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
}
