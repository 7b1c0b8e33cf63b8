import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { tables } from '#app/database.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { TestPortal } from '../portal.ts'
import { fill, fillingsOf, missing, type Place } from './inputs.ts'
import { ask, everyProcedure, type Caller, type Procedure } from './procedures.ts'
import { hiddenIds, idsSeenBy, readWorld } from './seen.ts'

/** Ids by table. */
type Ids = Map<string, string[]>

export interface Outsider {
  caller: Caller
  /** What they must not see, and what they may: the second goes where an input wants another id too. */
  hidden: Ids
  seen: Ids
}

export interface Round {
  faults: string[]
  /** Names of the procedures that were asked, and how often in all. */
  asked: Set<string>
  calls: number
}

/** Somebody from outside, with what is hidden from them; nobody at all sees nothing. */
export async function outsider(portal: TestPortal, caller: Caller, mostOfEach: number): Promise<Outsider> {
  const who = caller.personId ?? ''
  const hidden = await hiddenIds(portal, await portal.keep(readWorld), who)
  const some = (all: Ids): Ids => new Map([...all].map(([name, ids]) => [name, spread(ids, mostOfEach)]))
  return { caller, seen: some(await idsSeenBy(portal, who)), hidden: some(hidden) }
}

/** What people look at: of these several ids are tried everywhere, of other tables one. */
const lookedAt = new Set(['people', 'groups', 'posts', 'tasks', 'comments'])

/**
 * Asks procedures, every one where none are named, with hidden ids in every place for one: each answer must be the one that an id nobody has gets.
 * `fitting` tries only ids of the noun that a place is for, as far as names tell.
 */
export async function findIdFaults(
  who: Outsider,
  { procedures = everyProcedure, fitting = false }: { procedures?: Procedure[]; fitting?: boolean } = {},
): Promise<Round> {
  const round: Round = { faults: [], asked: new Set(), calls: 0 }
  const tried = ({ noun }: Place, full: boolean): string[] =>
    [...who.hidden].flatMap(([table, ids]) => {
      if (table === noun) return ids
      if (fitting) return who.hidden.has(noun) || !lookedAt.has(table) ? [] : ids.slice(0, 1)
      return ids.slice(0, full ? 0 : lookedAt.has(table) ? 2 : 1)
    })
  for (const procedure of procedures) {
    for (const place of procedure.places) {
      for (const filling of fillingsOf(procedure.shape)) {
        await tryPlace(who, procedure, { place, filling, ids: tried(place, filling.full), round })
      }
    }
  }
  return round
}

interface Trying {
  place: Place
  filling: { full: boolean; pick: number }
  ids: string[]
  round: Round
}

async function tryPlace({ caller, seen }: Outsider, procedure: Procedure, { place, filling, ids, round }: Trying) {
  const answerTo = async (id: string): Promise<string> => {
    const idFor = (other: Place) =>
      other.key === place.key ? id : other.required || filling.full ? something(seen, other) : undefined
    const input = fill(procedure.shape, procedure.route, { ...filling, text: 'Something', idFor })
    round.asked.add(procedure.name)
    round.calls++
    return (await ask(caller, procedure, input)).text.replaceAll(id, '<id>')
  }
  const toMissing = await answerTo(missing)
  if (toMissing.includes('INTERNAL_SERVER_ERROR')) round.faults.push(`${procedure.name} breaks on an id nobody has.`)
  for (const id of ids) {
    // A cursor is compared by order alone, so the id nobody has must stand right beside the real one.
    const expected = place.key === 'after' ? await answerTo(twin(id)) : toMissing
    const got = await answerTo(id)
    if (got !== expected)
      round.faults.push(
        `${procedure.name} answers differently to the hidden id ${id} as ${place.key}: ${got} instead of ${expected}`,
      )
  }
}

/** Something visible that fits in a place; where nothing fits, an id that nobody has. */
export const something = (seen: Ids, { noun }: Place): string => (seen.get(noun) ?? seen.get('people'))?.[0] ?? missing

/** An id as old as this one, that nothing has. */
export const twin = (id: string): string =>
  id.slice(0, -12) + (BigInt(`0x${id.slice(-12)}`) ^ 0x5a5a5a5a5a5an).toString(16).padStart(12, '0')

function spread(ids: string[], most: number): string[] {
  if (ids.length <= most) return ids
  return Array.from(
    { length: most },
    (_, n) => ids[Math.floor((n * (ids.length - 1)) / Math.max(1, most - 1))] ?? missing,
  )
}

/** Asks every procedure with words that are said where the outsider is not: names and addresses must mean as little as invented ones. */
export async function findWordFaults(
  { caller, hidden }: Outsider,
  words: { said: string; invented: string }[],
): Promise<Round> {
  const round: Round = { faults: [], asked: new Set(), calls: 0 }
  const secret = [...hidden.values()].flat()
  for (const procedure of everyProcedure) {
    for (const filling of fillingsOf(procedure.shape)) {
      for (const { said, invented } of words) {
        const answerTo = async (text: string): Promise<string> => {
          const idFor = (place: Place) => (place.required ? missing : undefined)
          const input = fill(procedure.shape, procedure.route, { ...filling, text, idFor })
          round.asked.add(procedure.name)
          round.calls++
          const { text: answer } = await ask(caller, procedure, input)
          const leaked = secret.filter((id) => answer.includes(id))
          if (leaked.length) round.faults.push(`${procedure.name} names hidden ids: ${leaked.join(', ')}`)
          // Both, because what one says of oneself stays said.
          return [said, invented].reduce(
            (left, word) => left.replaceAll(word, '<text>').replaceAll(word.toLowerCase(), '<text>'),
            made(answer),
          )
        }
        const [got, expected] = [await answerTo(said), await answerTo(invented)]
        if (got !== expected) round.faults.push(`${procedure.name} knows “${said}”: ${got} instead of ${expected}`)
      }
    }
  }
  return round
}

/** An answer without what is made anew each time: ids, moments, secrets, files. */
const made = (answer: string): string =>
  answer
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}(\.\w+)?/g, '<made>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<made>')
    .replace(/lga_[\w-]+/g, '<made>')
    .replace(/("challenge":"|"secret":"|secret=)[\w-]+/g, '$1<made>')

/** Count and content of every table but those where coming by leaves a trace; letters and other work that waits is counted too. */
export async function fingerprint(tx: Tx, except: string[] = []): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const table of tables) {
    const { name } = getTableConfig(table)
    if (except.includes(name)) continue
    const { rows } = await tx.execute<{ content: string }>(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as content from ${sql.identifier(name)} t`,
    )
    found[name] = rows[0]?.content ?? ''
  }
  const { rows } = await tx.execute<{ waiting: string }>(
    // What the clock queues at its hour nobody has asked for.
    sql`select count(*)::text as waiting from jobs.job where name !~ '^__' and state <> 'completed' and name not in (select name from jobs.schedule)`,
  )
  return { ...found, 'waiting work': rows[0]?.waiting ?? '' }
}
