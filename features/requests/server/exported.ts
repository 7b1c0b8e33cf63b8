import { and, desc, eq, lt } from 'drizzle-orm'
import { pageOfArchive as limit, type Part, type Reading } from '#features/exports/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { requestsWords } from '../words.ts'
import { lobbyOf } from './keeper.ts'
import { requests } from './tables.ts'

const own = ({ me }: Reading) => eq(requests.personId, me.id)

/** Where somebody asked to be let in, and what came of it. People from outside read no request, their own neither: of them it is what the lobby says. */
export const ownRequests: Part = {
  name: 'requests',
  title: label(requestsWords, (words) => words.exported.title),
  count: (tx, reading) => tx.$count(requests, own(reading)),
  page: (tx, reading, after) => (reading.me.kind === 'external' ? inLobby(reading) : asked(tx, reading, after)),
}

async function asked(tx: Tx, reading: Reading, after: string | undefined) {
  const words = say(requestsWords, reading.me.language).exported.state
  const rows = await tx
    .select()
    .from(requests)
    .where(and(own(reading), after ? lt(requests.id, after) : undefined))
    .orderBy(desc(requests.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit).map(({ id, groupId, groupName, madeAt, state, decidedAt }) => ({
    at: madeAt,
    title: groupName,
    marks: [words[state]],
    data: { id, groupId, groupName, madeAt, state, decidedAt },
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.data.id ?? null) : null }
}

async function inLobby({ me, platform }: Reading) {
  const words = say(requestsWords, me.language).exported.state
  const items = (await lobbyOf(platform.database, me)).map((one) => ({
    at: one.since,
    title: one.groupName,
    marks: [one.state === 'waiting' ? words.pending : words.approved],
    data: one,
  }))
  return { items, next: null }
}
