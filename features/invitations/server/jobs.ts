import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import { asPerson } from '#access/signed-in.ts'
import { people, reaches } from '#access/tables.ts'
import { namedPeople, smallPhoto } from '#features/people/server/door.ts'
import { portalFace } from '#features/portal/server/door.ts'
import type { Database } from '#platform/database/database.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Files } from '#platform/files/files.ts'
import type { Job } from '#platform/job.ts'
import { isNumber } from '#platform/sms/numbers.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { declinedLetterTo, invitationLetterOf } from './letter.ts'
import { invitationMessageOf } from './message.ts'
import { ruleAgainst } from './rules.ts'
import { standingOf } from './standing.ts'
import { invitations, sendings } from './tables.ts'
import { comerBy, promisedBy } from './waiting.ts'

/** Writes the letter, or the text message, of one sending. Its token is made here and stands nowhere else; an invitation that was closed, or sent anew, meanwhile gets none. */
export const invitationLetter: Job<{ id: string; sending: number }> = {
  name: 'invitations.letter',
  atOnce: lettersAtOnce,
  async run({ id, sending }, { database, files, settings, mail, sms }) {
    const which = and(eq(invitations.id, id), eq(invitations.sending, sending))
    const promised = await promisedNow(database, files, which)
    if (!promised) return
    const written = await asKeeper(database, async (tx) => {
      const standing = await standingOf(tx, which, 'held')
      if (!standing || (await ruleAgainst(tx, standing))) return null
      const byPhone = isNumber(standing.invitation.email)
      // A short link for a short message; half the bits are still far beyond guessing.
      const token = randomBytes(byPhone ? 16 : 32).toString('base64url')
      await tx
        .update(invitations)
        .set({ tokenHash: hashed(token) })
        .where(eq(invitations.id, id))
      const link = new URL(`/join/${token}`, settings.url)
      const face = await portalFace(tx)
      return byPhone
        ? { message: invitationMessageOf(standing, face, link) }
        : { letter: invitationLetterOf(standing, face, { ...promised, link }) }
    })
    if (written?.letter) await mail.send(written.letter)
    if (written?.message) await sms.send(written.message)
  },
}

/** What the letter will say of the group and of whoever invites. Counted before the invitation is held, which others wait for. */
async function promisedNow(database: Database, files: Files, which: SQL | undefined) {
  const found = await asKeeper(database, async (tx) => {
    const standing = await standingOf(tx, which, 'seen')
    return standing && comerBy(tx, standing, null)
  })
  if (!found) return null
  const { invitation, inviter } = found.standing
  if (isNumber(invitation.email)) return { waiting: null, photo: null }
  const { waiting, showsInviter } = await promisedBy(database, found)
  return { waiting, photo: showsInviter ? await smallPhoto(files, inviter.photo) : null }
}

/** Tells an inviter, if they are still here, that an administrator did not let their letter go. */
export const declinedLetter: Job<{ id: string; byId: string }> = {
  name: 'invitations.declined-letter',
  async run({ id, byId }, { database, mail }) {
    const found = await asKeeper(database, async (tx) => {
      const [row] = await tx
        .select({
          personId: people.id,
          address: invitations.address,
          name: people.name,
          language: people.language,
          email: reaches.email,
        })
        .from(invitations)
        .innerJoin(people, and(eq(people.id, invitations.invitedBy), isNull(people.dismissedAt)))
        .innerJoin(reaches, eq(reaches.personId, people.id))
        .where(eq(invitations.id, id))
      return row && { row, portal: await portalFace(tx) }
    })
    if (!found) return
    // Whoever does not know the administrator, as nobody from outside does, learns no name by this.
    const named = await asPerson(database, found.row.personId, (tx) => namedPeople(tx, [byId]))
    const letter = declinedLetterTo(found.row, named.get(byId)?.name ?? null, found.portal)
    if (letter) await mail.send(letter)
  },
}

/** Forgets what no daily limit counts any more, and who asked through a link and never came. */
export const forgetSendings: Job = {
  name: 'invitations.forget-sendings',
  cron: '20 3 * * *',
  async run(_data, { database }) {
    const before = new Date(Date.now() - 2 * 86_400_000)
    await asKeeper(database, async (tx) => {
      await tx.delete(sendings).where(lt(sendings.sentAt, before))
      await tx
        .delete(invitations)
        .where(and(isNotNull(invitations.linkId), isNull(invitations.acceptedAt), lt(invitations.expiresAt, before)))
    })
  },
}
