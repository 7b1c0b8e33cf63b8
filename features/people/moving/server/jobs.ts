import { inArray } from 'drizzle-orm'
import { readerOf, write } from '#access/reaching.ts'
import { people } from '#access/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { administratorsAmong } from '../../server/keeper.ts'
import { administratorLetterIn } from './letters.ts'

/** Tells whoever became an administrator, or is one no more, and all administrators beside them; not who has ceased to be one since. */
export const administratorLetter: Job<{ personId: string; aboutId: string; byId: string; what: 'made' | 'ended' }> = {
  name: 'people.administrator-letter',
  atOnce: lettersAtOnce,
  async run({ personId, aboutId, byId, what }, platform) {
    const told = await asKeeper(platform.database, async (tx) => {
      const reader = await readerOf(tx, personId)
      const may = personId === aboutId || (await administratorsAmong(tx, [personId])).has(personId)
      if (!reader || reader.dismissedAt || !may) return null
      const named = await tx
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, [aboutId, byId]))
      return { reader, named, portal: await portalFace(tx) }
    })
    if (!told) return
    const { reader, named, portal } = told
    const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? ''
    const about = { whom: personId === aboutId ? null : nameOf(aboutId), by: nameOf(byId), what, reader, portal }
    const url = new URL(what === 'ended' && personId === aboutId ? '/' : `/people/${aboutId}`, platform.settings.url)
    await write(platform, reader, administratorLetterIn({ ...about, url }))
  },
}
