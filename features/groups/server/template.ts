import type { Me } from '#access/signed-in.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Template } from '../contract.ts'
import { keepersOnly } from './inviting.ts'
import { getGroup, groupRow } from './queries.ts'
import { settingsOf } from './tools/settings.ts'

/** How a group is set up, for those who keep it and work here: what another one begins with (GRP-10). Each part is named here, so nothing else goes along: not the description, which speaks of whom it is about. */
export async function templateOf(tx: Tx, me: Me, groupId: string): Promise<Template> {
  const row = await groupRow(tx, groupId)
  const { mine } = await getGroup(tx, groupId)
  if (me.kind !== 'employee' || (mine !== 'owner' && mine !== 'moderator')) throw keepersOnly()
  const { kind, visibility, externalSince, isolation, history, whoInvites, timeZone } = row
  const external = externalSince !== null
  const tools = await settingsOf(tx, row)
  return {
    kind,
    visibility,
    external,
    isolation: external ? isolation : 'open',
    history,
    whoInvites,
    timeZone,
    tools,
  }
}
