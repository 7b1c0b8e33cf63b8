import { sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { asPerson } from '#access/signed-in.ts'
import { tables } from '#app/database.ts'
import { contentKey, previewKey } from '#features/writing/attachments/server/uploads.ts'
import type { TestPortal } from '../portal.ts'
import { fill, fillingsOf, missing, picture, type Place } from './inputs.ts'
import { ask, everyProcedure, type Caller, type Procedure } from './procedures.ts'
import { hiddenIds, readWorld, withIds } from './seen.ts'

/** Stands in every text that somebody must not read. */
export const marker = 'zq7canary'

/**
 * Columns of words that the portal itself works with: a marker in them would break it, and no person writes them. What a person's company is called
 * is the name of the company, which is marked there and comes to its people by itself.
 */
const working = new Set(
  `circles.name events.kind events.about_kind threads.kind attachments.kind uploads.sha256 seats.because people.company people.time_zone portal.brand_colour sign_ins.image
  sessions.token credentials.password credentials.provider_id credentials.account_id proofs.identifier proofs.value tokens.hash challenges.hash tries.what
  second_factors.secret recovery_codes.hash passkeys.credential_id passkeys.public_key email_changes.hash
  invitations.token_hash renewal_keys.hash room_links.token_hash room_links.sealed sampling.password groups.time_zone
  phone_codes.hash push_subscriptions.endpoint push_subscriptions.p256dh push_subscriptions.auth push_subscriptions.made_with`.split(
    /\s+/,
  ),
)

/** Puts the marker into every text of every row that a person must not see, their photos and files with it; how many rows of each table. */
export async function plantMarkers(portal: TestPortal, personId: string): Promise<Map<string, number>> {
  const hidden = await hiddenIds(portal, await portal.keep(readWorld), personId)
  const planted = new Map<string, number>()
  for (const table of tables) {
    const { name, columns, policies } = getTableConfig(table)
    const words = columns.filter(
      (column) =>
        column.getSQLType() === 'text' &&
        !column.enumValues?.length &&
        !working.has(`${name}.${column.name}`) &&
        column.name !== 'photo',
    )
    const documents = columns.filter(({ name: called }) => called === 'document')
    if (words.length + documents.length === 0) continue
    const sets = [
      ...words.map(
        (column) =>
          `"${column.name}" = ${column.name === 'email' ? `'${marker}.' || "email"` : `"${column.name}" || ' ${marker}'`}`,
      ),
      ...documents.map(
        ({ name: called }) =>
          `"${called}" = jsonb_set("${called}", '{content}', "${called}"->'content' || '${JSON.stringify(lineOf(marker))}'::jsonb)`,
      ),
    ]
    const id = withIds.find((named) => named.name === name)?.id
    const ids = hidden.get(name)
    const which =
      id && ids
        ? sql`${sql.identifier(id)} = any (${sql.param(ids)}::uuid[])`
        : await notSeen(portal, personId, name, policies.length > 0)
    const { rowCount } = await portal.keep((tx) =>
      tx.execute(sql`update ${sql.identifier(name)} t set ${sql.raw(sets.join(', '))} where ${which}`),
    )
    planted.set(name, rowCount ?? 0)
  }
  for (const id of hidden.get('people') ?? []) {
    const version = `${marker}-${id}.png`
    await portal.platform.files.put(`photos/${version}`, Buffer.from(await picture(marker).arrayBuffer()), {
      type: 'image/png',
    })
    await portal.keep((tx) => tx.execute(sql`update people set photo = ${version} where id = ${id}`))
  }
  for (const id of hidden.get('uploads') ?? [])
    for (const key of [contentKey(id), previewKey(id)])
      await portal.platform.files.put(key, Buffer.from(marker), { type: 'application/octet-stream' })
  return planted
}

/** A line of a written document. */
const lineOf = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** Rows without an id of their own are told apart by where they lie. */
async function notSeen(portal: TestPortal, personId: string, name: string, open: boolean) {
  if (!open) return sql`t::text not like ${`%${personId}%`}`
  const { rows } = await asPerson(portal.platform.database, personId, (tx) =>
    tx.execute<{ place: string }>(sql`select ctid::text as place from ${sql.identifier(name)}`),
  )
  return sql`ctid::text <> all (${sql.param(rows.map(({ place }) => place))}::text[])`
}

export interface Walk {
  faults: string[]
  asked: Set<string>
  answers: number
}

/** Walks everything that answers, page by page, with every one of these ids; where a marker comes, and how often. */
export async function walk(
  caller: Caller,
  which: (procedure: Procedure) => boolean,
  seen: Map<string, string[]>,
): Promise<Walk> {
  const found: Walk = { faults: [], asked: new Set(), answers: 0 }
  for (const procedure of everyProcedure.filter(which)) {
    for (const filling of fillingsOf(procedure.shape)) {
      for (const idFor of choices(procedure.places, seen)) {
        const input = fill(procedure.shape, procedure.route, { ...filling, text: 'a', idFor })
        await walkPages(caller, procedure, input, found)
      }
    }
  }
  return found
}

async function walkPages(
  caller: Caller,
  procedure: Procedure,
  first: Record<string, unknown> | undefined,
  found: Walk,
) {
  const input: Record<string, unknown> = { ...first }
  for (let page = 0; page < 40; page++) {
    const answer = await ask(caller, procedure, first && input)
    found.asked.add(procedure.name)
    if (answer.done) found.answers++
    if (answer.text.includes(marker))
      found.faults.push(`${procedure.name} ${JSON.stringify(input)} shows a marker: ${around(answer.text)}`)
    const next = (answer.value as { next?: unknown } | undefined)?.next
    if (!answer.done || typeof next !== 'string') return
    input.after = next
  }
  found.faults.push(`${procedure.name} never comes to its last page.`)
}

/** One way to fill in ids for each id that fits; other places get the first that fits. Lists begin at the beginning. */
export function choices(places: Place[], seen: Map<string, string[]>): ((place: Place) => string | undefined)[] {
  const main = places.find(({ key }) => key !== 'after')
  if (!main) return [() => undefined]
  const fitting = (place: Place) =>
    seen.get(place.noun) ??
    (place.required ? ['groups', 'posts', 'tasks', 'people'].flatMap((noun) => seen.get(noun) ?? []) : [])
  const ids = fitting(main)
  const ways = (ids.length ? ids : [missing]).map(
    (id) => (place: Place) =>
      place.key === main.key
        ? id
        : place.key === 'after'
          ? undefined
          : place.required
            ? (fitting(place)[0] ?? missing)
            : undefined,
  )
  return main.required ? ways : [() => undefined, ...ways]
}

/** The words around the first marker. */
export const around = (text: string): string => {
  const at = text.indexOf(marker)
  return text.slice(Math.max(0, at - 80), at + 40)
}
