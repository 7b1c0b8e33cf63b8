import type { Names, Room } from '#features/groups/server/door.ts'
import type { Tx } from '#platform/database/transaction.ts'
import type { Doc, Mentions, ShownDoc } from '../contract.ts'
import { groupsNamed } from './groups.ts'
import { mentionedIn } from './mentions.ts'
import { withMentions } from './nodes.ts'
import { picturesIn, picturesNamed } from './pictures.ts'
import { plainOf } from './plain.ts'

/** What somebody wrote, as a page of answers holds it. */
export interface Written {
  text: string
  document: Doc | null
}

/** What a reader gets of it. */
export interface ShownWriting {
  text: string
  document: ShownDoc | null
  mentions: Mentions
}

/** Everybody whom these texts mention: their names are asked together with all others of a page. */
export const peopleIn = (rows: Written[]): string[] => rows.flatMap(({ document }) => mentionedIn(document).people)

/**
 * Texts as the person asking reads them. Names are those of this moment and this reader: of somebody they may not know in that room, and of a group
 * that they do not see, not even the id comes along.
 */
export async function showWriting(tx: Tx, rows: Written[], named: Names) {
  const groups = await groupsNamed(
    tx,
    rows.flatMap(({ document }) => mentionedIn(document).groups),
  )
  const pictures = await picturesNamed(
    tx,
    rows.flatMap(({ document }) => picturesIn(document)),
  )
  return ({ text, document }: Written, room: Room): ShownWriting => {
    if (!document) return { text, document, mentions: { people: [], groups: [], pictures: [] } }
    const mentioned = mentionedIn(document)
    const people = mentioned.people.flatMap((id) => named(id, room) ?? [])
    const seen = mentioned.groups.flatMap((id) => groups.get(id) ?? [])
    const known = new Map([...people, ...seen].map(({ id, name }) => [id, name]))
    const shown = withMentions<string, string | null>(document, (mention) =>
      known.has(mention.attrs.id) ? mention : { ...mention, attrs: { id: null } },
    )
    return {
      text: plainOf(shown, ({ id }) => known.get(id ?? '') ?? '…'),
      document: shown,
      mentions: { people, groups: seen, pictures: picturesIn(document).flatMap((id) => pictures.get(id) ?? []) },
    }
  }
}
