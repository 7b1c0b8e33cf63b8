import { eq } from 'drizzle-orm'
import type { Me } from '#access/signed-in.ts'
import { groupRow, laneNames, namesIn, roomIn, type Room } from '#features/groups/server/door.ts'
import { groups } from '#features/groups/server/tables.ts'
import {
  draftIn,
  draftsOnPages,
  peopleIn,
  showWriting,
  takeOffPage,
  waitingOf,
  type Composer,
  type DraftRow,
} from '#features/writing/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { postableAmong, reach } from '../../addressing/server/reaching.ts'
import { mostAddressees } from '../../addressing/contract.ts'
import { besidePost, type BesideAsked, type BesidePost, type PostDraft } from '../contract.ts'

type Writer = Pick<Me, 'id' | 'kind'>

/** So many are looked through for one whose page is shut. */
const mostPages = 20

/** What stands beside the words; of a kind that nobody keeps any more, nothing. */
const besideOf = ({ beside }: Pick<DraftRow, 'beside'>): BesidePost =>
  besidePost.safeParse(beside).data ?? { additions: {} }

/**
 * The post that the person asking has begun: on the page of a group that they see, or in the composer that begins with no group. Whom it names is asked
 * now and under their rules: of a group or a person whom they may not know, not even the id comes back.
 */
export async function getPostDraft(
  tx: Tx,
  me: Writer,
  groupId: string | undefined,
): Promise<{ draft: PostDraft | null }> {
  if (groupId) await groupRow(tx, groupId)
  const row = await draftIn(tx, me, { kind: 'post', placeId: groupId ?? null })
  const begun = row ?? (groupId ? null : await withoutPage(tx, me))
  return { draft: begun && (await shown(tx, me, begun)) }
}

/** What is kept beside the words of a draft in place of what stood there. */
export async function besideKept(
  tx: Tx,
  me: Writer,
  composer: Composer,
  { lost, ...beside }: BesideAsked,
): Promise<BesidePost> {
  const row = lost ? await draftIn(tx, me, composer) : null
  if (!row) return beside
  const { unreached } = await reach(tx, me, besideOf(row).to ?? [])
  return { ...beside, to: [...(beside.to ?? []), ...unreached].slice(0, mostAddressees) }
}

async function shown(tx: Tx, me: Writer, row: DraftRow): Promise<PostDraft> {
  const { to, address, additions } = besideOf(row)
  const { reached, lost, others } = await reach(tx, me, to ?? [])
  const [only, second] = to ?? []
  const groupId = to ? (only?.kind === 'group' && !second ? only.id : null) : row.placeId
  const room = await roomOf(tx, groupId)
  const { appreciation, ...plain } = additions
  const named = await namesIn(tx, [room], [...peopleIn([row]), ...(appreciation?.people ?? [])])
  const writing = await showWriting(tx, [row], named)
  const lane = address?.laneId ? ((await laneNames(tx, [address.laneId])).get(address.laneId) ?? null) : null
  return {
    id: row.id,
    version: row.version,
    savedAt: row.savedAt,
    ...writing(row, room),
    attachments: await waitingOf(tx, me, row.attachments),
    to: to ? reached : null,
    // Of one company that is not there any more it is for nobody until that is said anew.
    address: address && (!address.laneId || lane) ? { audience: address.audience, lane } : null,
    additions: {
      ...plain,
      ...(appreciation
        ? { appreciation: { ...appreciation, people: appreciation.people.flatMap((id) => named(id, room) ?? []) } }
        : {}),
    },
    lost: { to: lost, others },
  }
}

/** Where it would stand, for how people are named there: in its one group, or among what is addressed. */
async function roomOf(tx: Tx, groupId: string | null): Promise<Room> {
  const [group] = groupId ? await tx.select({ spaceId: groups.spaceId }).from(groups).where(eq(groups.id, groupId)) : []
  return group ? roomIn(tx, group.spaceId) : { spaceId: '', apart: false, addressed: true }
}

/** A post begun on the page of a group that it cannot be sent to any more: its words are found where every post can be written. */
async function withoutPage(tx: Tx, me: Writer): Promise<DraftRow | null> {
  const rows = await draftsOnPages(tx, me, mostPages)
  const open = await postableAmong(
    tx,
    me,
    rows.flatMap(({ placeId }) => placeId ?? []),
  )
  const row = rows.find(({ placeId }) => placeId && !open.has(placeId))
  if (!row?.placeId) return null
  const beside = besideOf(row)
  return takeOffPage(tx, row, { ...beside, to: beside.to ?? [{ kind: 'group', id: row.placeId, team: false }] })
}
