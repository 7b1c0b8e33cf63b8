import { asPerson } from '#access/signed-in.ts'
import { keepDraft } from '#features/writing/server/door.ts'
import type { Platform } from '#platform/platform.ts'

interface SeedDraft {
  author: string
  /** People, by their keys. */
  to: string[]
  text: string
}

/** Posts that people of the sample company have begun and not sent. */
export async function seedDrafts(
  platform: Platform,
  drafts: SeedDraft[],
  people: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { author, to, text } of drafts) {
    const id = people.get(author) ?? ''
    const beside = {
      to: to.map((key) => ({ kind: 'person' as const, id: people.get(key) ?? '' })),
      additions: {},
    }
    await asPerson(platform.database, id, (tx) =>
      keepDraft(tx, { id }, { kind: 'post', placeId: null }, { text, attachmentIds: [], beside, began: null }),
    )
  }
}
