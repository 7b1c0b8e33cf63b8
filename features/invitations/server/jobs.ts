import { randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { hashed } from '#access/sessions.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { invitationLetterOf } from './letter.ts'
import { open } from './open.ts'
import { standingOf } from './standing.ts'
import { invitations } from './tables.ts'

/** Writes the letter of one sending. Its token is made here and stands nowhere else; an invitation that was closed, or sent anew, meanwhile gets none. */
export const invitationLetter: Job<{ id: string; sending: number }> = {
  name: 'invitations.letter',
  async run({ id, sending }, { database, settings, mail }) {
    const token = randomBytes(32).toString('base64url')
    const letter = await asKeeper(database, async (tx) => {
      const [row] = await tx
        .select()
        .from(invitations)
        .where(and(eq(invitations.id, id), eq(invitations.sending, sending), open()))
        .for('update')
      const standing = row && (await standingOf(tx, row))
      if (!standing) return null
      await tx
        .update(invitations)
        .set({ tokenHash: hashed(token) })
        .where(eq(invitations.id, id))
      return invitationLetterOf(standing, await portalFace(tx), new URL(`/join/${token}`, settings.url))
    })
    if (letter) await mail.send(letter)
  },
}
