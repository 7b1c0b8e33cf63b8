import { and, count, eq, isNull } from 'drizzle-orm'
import type { Belongings } from '#features/people/server/door.ts'
import { open } from './open.ts'
import { invitations } from './tables.ts'

/** What invitations keep of a person: those they sent stand on their being here, and end with it. */
export const invitationsBelongings: Belongings = {
  of: 'invitations',
  async count(tx, personId) {
    const [sent] = await tx
      .select({ n: count() })
      .from(invitations)
      .where(and(eq(invitations.invitedBy, personId), isNull(invitations.linkId), open()))
    return { invitations: sent?.n ?? 0 }
  },
}
