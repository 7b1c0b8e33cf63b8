import { invalid } from '#access/errors.ts'
import type { Me } from '#access/signed-in.ts'
import { signalTo } from '#events/signal.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { NoticeKind } from '../../kinds/contract.ts'
import { noticeSettings } from '../../server/tables.ts'
import type { ChangedChannels, ChangedSettings, NoticeSettings } from '../contract.ts'
import { isTold, settingsOf } from './queries.ts'

/** Changes how the person asking is told of some kinds; their other browsers hear of it. */
export async function changeSettings(
  tx: Tx,
  me: Pick<Me, 'id' | 'kind'>,
  { kinds }: ChangedSettings,
): Promise<NoticeSettings> {
  for (const [kind, { portal, push, letter }] of Object.entries(kinds) as [NoticeKind, ChangedChannels][]) {
    if (!isTold(kind, me.kind)) throw invalid('kinds', `There is nothing called ${kind} here.`)
    const set = {
      ...(portal === undefined ? {} : { portalOffAt: portal ? null : new Date() }),
      ...(push === undefined ? {} : { pushOffAt: push ? null : new Date() }),
      ...(letter === undefined ? {} : { letter }),
    }
    if (Object.keys(set).length === 0) continue
    await tx
      .insert(noticeSettings)
      .values({ personId: me.id, kind, ...set })
      .onConflictDoUpdate({ target: [noticeSettings.personId, noticeSettings.kind], set })
  }
  await signalTo(tx, 'notices.changed', [me.id])
  return settingsOf(tx, me)
}
