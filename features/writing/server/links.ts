import { sql, type SQL } from 'drizzle-orm'
import { found, refused } from '#access/errors.ts'
import type { Placed } from '#access/placing.ts'
import type { Me } from '#access/signed-in.ts'
import { toolOfKind, type Tool } from '#access/tools.ts'
import { groupRow, keptApart, placeIn, roomIn, type Addressed } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import { lookForAny } from '#features/notices/server/door.ts'
import { among } from '#platform/database/among.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { mostLinks, type Doc, type Unopened } from '../contract.ts'
import { nodesOf } from './nodes.ts'

/** Something of the portal, as it is compared with a place: where it stands, and how far one knows who is there. */
interface Linked extends Placed {
  id: string
  title: string
  tool: Tool | null
  /** The person asking is kept apart from others there. */
  apart: boolean
  /** Everybody who works here opens it, seated there or not. */
  staff: boolean
}

/**
 * Of what a text in a group links to that which not everybody who would read it can open. What the person asking cannot open themselves is not
 * among it, like what is not there at all; and nothing is said of who cannot, or how many.
 */
export async function listUnopened(
  tx: Tx,
  me: Pick<Me, 'id'>,
  { id, tool, linkIds, ...addressed }: Addressed & { id: string; tool: Tool; linkIds: string[] },
): Promise<{ items: Unopened[] }> {
  const place = await placeIn(tx, me, await groupRow(tx, id), addressed)
  return { items: await unopenedIn(tx, { ...place, tool }, linkIds) }
}

/** The same for what is written below a post or a task, and so for those who read that. */
export async function listUnopenedBelow(
  tx: Tx,
  { id, linkIds }: { id: string; linkIds: string[] },
): Promise<{ items: Unopened[] }> {
  const thing = found((await lookForAny(tx, [id])).find(({ kind }) => kind !== 'group'))
  return { items: await unopenedIn(tx, { ...thing, tool: toolOfKind(thing.kind) }, linkIds) }
}

/** An address of something here: with whichever beginning, since an id of another portal is nothing's here. */
const address = /\/(?:posts|tasks|groups)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi

/** What a text links to, each once. */
function linkedIn({ text = '', document }: Linking): string[] {
  const hrefs = nodesOf(document ?? null).flatMap((node) =>
    node.type === 'text' && 'marks' in node
      ? (node.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))
      : [],
  )
  const words = document ? hrefs.join(' ') : text
  return [...new Set([...words.matchAll(address)].flatMap(([, id]) => id?.toLowerCase() ?? []))].slice(0, mostLinks)
}

/** What somebody sends, and whether they know what of it will not reach its readers. */
interface Linking {
  text?: string | undefined
  document?: Doc | null | undefined
  unread?: boolean | undefined
}

/** Refuses a text with a link to something that its writer can open and not all who will read it, until they say that they know it (`unread`). */
export async function checkLinks(tx: Tx, place: Placed, tool: Tool | null, said: Linking): Promise<void> {
  if (said.unread) return
  const closed = await unopenedIn(tx, { ...place, tool }, linkedIn(said))
  if (closed.length > 0)
    throw refused(
      'LINK_UNOPENED',
      'Not everybody who will read this can open what it links to. Take the link out, or send it knowing that they cannot.',
    )
}

async function unopenedIn(tx: Tx, place: Placed & { tool: Tool | null }, linkIds: string[]): Promise<Unopened[]> {
  // What stands in the very place is read by the same people.
  const elsewhere = (await linkedThings(tx, linkIds)).filter(
    (thing) => thing.audienceId !== place.audienceId || (thing.tool !== null && thing.tool !== place.tool),
  )
  const closed = await closedToSome(tx, place, elsewhere)
  return elsewhere.flatMap(({ id, title }) => (closed.has(id) ? [{ id, title }] : []))
}

async function linkedThings(tx: Tx, ids: string[]): Promise<Linked[]> {
  const things = ids.length > 0 ? await lookForAny(tx, [...new Set(ids)]) : []
  if (things.length === 0) return []
  const foundByAll = sql<boolean>`(${groups.visibility} <> 'secret' and ${groups.externalSince} is null and ${groups.archivedAt} is null)`
  const spaceIds = [...new Set(things.map(({ spaceId }) => spaceId))]
  const rows = await tx
    .select({ spaceId: groups.spaceId, apart: keptApart, found: foundByAll })
    .from(groups)
    .where(among(groups.spaceId, spaceIds))
  const rooms = new Map(rows.map((room) => [room.spaceId, room]))
  return things.map(({ kind, ...thing }) => {
    const room = rooms.get(thing.spaceId)
    const staff = kind === 'group' && (room?.found ?? false)
    return { ...thing, tool: toolOfKind(kind), apart: room?.apart ?? false, staff }
  })
}

/**
 * In one statement, and by the functions that answer for audiences of one's own alone. Whoever is kept apart somewhere is told of those whom they
 * know there: else a link would say whether somebody they know from elsewhere is in that group too.
 */
async function closedToSome(tx: Tx, place: Placed & { tool: Tool | null }, things: Linked[]): Promise<Set<string>> {
  if (things.length === 0) return new Set()
  const { apart } = await roomIn(tx, place.spaceId)
  const column = (values: unknown[], type: string): SQL => sql`${sql.param(values)}::${sql.raw(type)}[]`
  const { rows } = await tx.execute<{ id: string }>(sql`
    with reading as materialized (
      select r.person_id as id from access.readers_for_me(${place.audienceId}, ${place.tool}) r
      where not ${apart}::boolean
        or exists (select from appearances a where a.space_id = ${place.spaceId} and a.person_id = r.person_id)
    )
    select linked.id
    from unnest(
      ${column(
        things.map((thing) => thing.id),
        'uuid',
      )},
      ${column(
        things.map((thing) => thing.spaceId),
        'uuid',
      )},
      ${column(
        things.map((thing) => thing.audienceId),
        'uuid',
      )},
      ${column(
        things.map((thing) => thing.tool),
        'text',
      )},
      ${column(
        things.map((thing) => thing.apart),
        'boolean',
      )},
      ${column(
        things.map((thing) => thing.staff),
        'boolean',
      )}
    ) as linked (id, space_id, audience_id, tool, apart, staff)
    where exists (
      select r.id from reading r
      where (not linked.apart or exists (select from appearances a where a.space_id = linked.space_id and a.person_id = r.id))
        and not (linked.staff and exists (select from people p where p.id = r.id and p.kind = 'employee'))
      except
      select o.person_id from access.readers_for_me(linked.audience_id, linked.tool) o
    )`)
  return new Set(rows.map(({ id }) => id))
}
