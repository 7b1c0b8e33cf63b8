import { eq } from 'drizzle-orm'
import { asPerson, type Me } from '#access/signed-in.ts'
import { events } from '#events/tables.ts'
import { sessionsOf } from '#features/account/server/door.ts'
import { groupRow } from '#features/groups/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Platform } from '#platform/platform.ts'
import { makeLink } from '../link/server/keeper.ts'
import { inviteInto } from './actions.ts'
import { expiry } from './open.ts'
import { invitations } from './tables.ts'

interface SeedInvitation {
  group: string
  email: string
  company: string
  invitedBy: string
  daysAgo: number
  language: 'en' | 'ru' | 'pl'
  note?: string
}

interface SampleIds {
  people: Map<string, string>
  groups: Map<string, string>
}

/** Invites as the sample's people would, some days ago. The letters are written, and say until when they are good. */
export async function seedInvitations(
  platform: Platform,
  sample: { invitations: SeedInvitation[]; companies: { key: string; name: string }[] },
  ids: SampleIds,
): Promise<void> {
  // A link into the first of the groups, by whoever invited there.
  const [first] = sample.invitations
  if (first) {
    const me = employee(known(ids.people, first.invitedBy), first.language)
    await makeLink({ platform, sessions: sessionsOf(platform) }, me, known(ids.groups, first.group))
  }
  for (const { group, email, invitedBy, daysAgo, language, note, company } of sample.invitations) {
    const me = employee(known(ids.people, invitedBy), language)
    const name = sample.companies.find(({ key }) => key === company)?.name
    const [made] = await asPerson(platform.database, me.id, async (tx) =>
      inviteInto(tx, me, await groupRow(tx, known(ids.groups, group)), {
        emails: [email],
        language,
        note,
        company: name,
      }),
    )
    if (!made) continue
    const at = new Date(made.sentAt.getTime() - daysAgo * 86_400_000)
    await asKeeper(platform.database, async (tx) => {
      await tx
        .update(invitations)
        .set({ sentAt: at, expiresAt: expiry(at, 10) })
        .where(eq(invitations.id, made.id))
      await tx.update(events).set({ at }).where(eq(events.aboutId, made.id))
    })
  }
}

const employee = (id: string, language: Me['language']): Me => ({
  id,
  kind: 'employee',
  language,
  administrator: false,
  sessionId: null,
})

function known(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`The sample knows no ${key}.`)
  return id
}
