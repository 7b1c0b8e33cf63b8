import { sql } from 'drizzle-orm'
import { found } from '#access/errors.ts'
import { asPerson, type Me } from '#access/signed-in.ts'
import { getGroup, groupRow } from '#features/groups/server/door.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Platform } from '#platform/platform.ts'
import { say } from '#ui/words/catalogue.ts'
import { uiWords } from '#ui/words.ts'
import { exportsWords } from '../words.ts'
import { writeArchive } from './archive.ts'
import { groupParts } from './group-parts.ts'
import { dayIn } from './html.ts'
import { ownParts } from './own-parts.ts'
import { exportKey } from './queries.ts'
import { sightOf, toolsOf } from './rights.ts'
import { filledParts, type Part, type Reading } from './slots.ts'
import type { exports } from './tables.ts'
import { writeParts, type Front } from './write.ts'

type ExportRow = typeof exports.$inferSelect

export interface Making {
  row: ExportRow
  me: Me & { name: string; timeZone: string }
  note: (total: number, done: number) => Promise<void>
}

/** Writes the archive as its reader sees things, each page in a transaction of its own; how large it is, and through what it was read. */
export async function makeArchive(
  platform: Platform,
  { row, me, note }: Making,
): Promise<{ size: number; sight: string[]; tools: string[] }> {
  const { database, files } = platform
  const { group, face, from, until } = await asPerson(database, me.id, async (tx) => ({
    group: row.groupId ? { ...(await groupRow(tx, row.groupId)), ...(await getGroup(tx, row.groupId)) } : null,
    face: await portalFace(tx),
    ...(await periodOf(tx, row, me.timeZone)),
  }))
  const former = group?.voice && me.kind === 'external' ? face.name : say(uiWords, me.language).formerParticipant
  const reading: Reading = { me, platform, group, from, until, former }
  const [sight, tools] = [new Set<string>(), new Set<string>()]
  const read = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    asPerson(database, me.id, async (tx) => {
      const places = await sightOf(tx, group?.spaceId ?? null)
      for (const id of places) sight.add(id)
      for (const mark of await toolsOf(tx, places)) tools.add(mark)
      return work(tx)
    })
  const parts = partsOf(row)
  const total = await read((tx) => countAll(tx, parts, reading))
  await note(total, 0)
  let done = 0
  const look = { language: me.language, timeZone: me.timeZone, brand: face.name, former }
  const size = await writeArchive(files, exportKey(row.id), (add) =>
    writeParts(
      {
        add,
        reading,
        look,
        read,
        front: frontOf({ row, me, brand: face.name, group: group?.name ?? null }),
        async step(things) {
          done += things
          await note(total, Math.min(done, total))
        },
      },
      parts,
    ),
  )
  return { size, sight: [...sight], tools: [...tools] }
}

const partsOf = ({ groupId }: ExportRow): Part[] =>
  groupId
    ? [...filledParts().ofGroup, ...groupParts.before, ...groupParts.after]
    : [...ownParts.before, ...filledParts().ofPerson, ...ownParts.after]

async function countAll(tx: Tx, parts: Part[], reading: Reading): Promise<number> {
  let total = 0
  for (const part of parts) total += await part.count(tx, reading)
  return total
}

/** The days of a period as moments where the reader is. */
async function periodOf(tx: Tx, { fromDay, toDay }: ExportRow, timeZone: string) {
  const { rows } = await tx.execute<{ from: string | null; until: string | null }>(sql`
    select to_json(${fromDay}::date::timestamp at time zone ${timeZone}) #>> '{}' as from,
      to_json((${toDay}::date + 1)::timestamp at time zone ${timeZone}) #>> '{}' as until`)
  const { from, until } = found(rows[0])
  return { from: from === null ? null : new Date(from), until: until === null ? null : new Date(until) }
}

function frontOf({
  row: { fromDay, toDay },
  me,
  brand,
  group,
}: Pick<Making, 'row' | 'me'> & { brand: string; group: string | null }): Front {
  const words = say(exportsWords, me.language).archive
  const day = (one: string | null) => one && dayIn(one, me)
  const period = words.period({ from: day(fromDay) ?? '', to: day(toDay) ?? '' })
  const madeAt = new Date()
  return {
    title: group ?? words.ownTitle({ name: me.name }),
    facts: [
      [words.kind, group ? words.ofGroup : words.ofPerson],
      ...(group ? [[words.periodName, period] as [string, string]] : []),
      [words.for, me.name],
      [words.madeAt, madeAt],
      [words.zone, me.timeZone],
    ],
    note: words.note({ name: me.name, brand }),
    data: {
      of: group ? 'group' : 'person',
      group,
      portal: brand,
      for: { id: me.id, name: me.name },
      from: fromDay,
      to: toDay,
      madeAt,
      timeZone: me.timeZone,
    },
  }
}
