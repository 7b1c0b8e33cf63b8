import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { noticeKinds, type NoticeKind, type Pace } from '../../kinds/contract.ts'
import { myReturned } from '../../letters/server/returned.ts'
import { noticeSettings } from '../../server/tables.ts'
import type { Channels, NoticeSettings } from '../contract.ts'

const kinds = Object.keys(noticeKinds) as NoticeKind[]

/** How the person asking is told of each kind: as they chose, else as usual. */
export async function settingsOf(tx: Tx, { kind: of }: Pick<Me, 'kind'>): Promise<NoticeSettings> {
  const chosen = new Map((await tx.select().from(noticeSettings)).map((row) => [row.kind, row]))
  const channelsOf = (kind: NoticeKind): Channels => ({
    portal: !chosen.get(kind)?.portalOffAt,
    push: !chosen.get(kind)?.pushOffAt,
    letter: noticeKinds[kind].portalOnly ? null : (chosen.get(kind)?.letter ?? usualLetter(kind, of)),
  })
  const told = kinds.filter((kind) => isTold(kind, of))
  const settings = Object.fromEntries(told.map((kind) => [kind, channelsOf(kind)])) as NoticeSettings['kinds']
  return { kinds: settings, returnedAt: await myReturned(tx) }
}

/** When a letter about a kind goes to somebody who chose nothing. */
export const usualLetter = (kind: NoticeKind, of: Me['kind']): Pace => noticeKinds[kind].letter[of] ?? 'off'

/** Whether they are told of a kind at all. */
export const isTold = (kind: NoticeKind, of: Me['kind']): boolean => noticeKinds[kind].letter[of] !== null
