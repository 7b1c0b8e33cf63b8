import { and, desc, eq, isNull, lt } from 'drizzle-orm'
import { pageOfArchive as limit, type Part, type Reading } from '#features/exports/server/door.ts'
import { label, say } from '#ui/words/catalogue.ts'
import { invitationsWords } from '../words.ts'
import { invitationsIn } from './queries.ts'
import { invitations } from './tables.ts'

// Whoever came by a link is invited by nobody's letter: of them its maker reads nothing.
const own = ({ me }: Reading) => and(eq(invitations.invitedBy, me.id), isNull(invitations.linkId))

/** Whom somebody invited or added, as far as they still see the group; what was said in the letter, and what came of it. */
export const ownInvitations: Part = {
  name: 'invitations',
  title: label(invitationsWords, (words) => words.exported.title),
  count: (tx, reading) => tx.$count(invitations, own(reading)),
  async page(tx, reading, after) {
    const words = say(invitationsWords, reading.me.language).exported
    const rows = await tx
      .select()
      .from(invitations)
      .where(and(own(reading), after ? lt(invitations.id, after) : undefined))
      .orderBy(desc(invitations.id))
      .limit(limit + 1)
    const page = rows.slice(0, limit)
    const answered = await invitationsIn(tx, page)
    const items = page.flatMap(({ acceptedAt, withdrawnAt, outcome }, at) => {
      const one = answered[at]
      if (!one) return []
      const { state: _state, person: _person, ...said } = one
      const end: [string, Date] = acceptedAt
        ? [words.came, acceptedAt]
        : withdrawnAt
          ? [words.takenBack, withdrawnAt]
          : [words.good, one.expiresAt]
      return [
        {
          at: one.sentAt,
          title: one.email,
          text: one.note,
          marks: one.groupName ? [one.groupName] : [],
          facts: [end],
          data: { ...said, acceptedAt, withdrawnAt, outcome },
        },
      ]
    })
    return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
  },
}
