import { and, eq, inArray, isNull } from 'drizzle-orm'
import { people, reaches } from '#access/tables.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { lettersAtOnce } from '#platform/mail/mail.ts'
import { administratorsAmong } from '../../server/keeper.ts'
import { administratorLetterIn } from './letters.ts'

/** Tells whoever became an administrator, or is one no more, and all administrators beside them; not who has ceased to be one since. */
export const administratorLetter: Job<{ personId: string; aboutId: string; byId: string; what: 'made' | 'ended' }> = {
  name: 'people.administrator-letter',
  atOnce: lettersAtOnce,
  async run({ personId, aboutId, byId, what }, { database, settings, mail }) {
    const told = await asKeeper(database, async (tx) => {
      const [reader] = await tx
        .select({ name: people.name, language: people.language, email: reaches.email })
        .from(people)
        .innerJoin(reaches, eq(reaches.personId, people.id))
        .where(and(eq(people.id, personId), isNull(people.dismissedAt)))
      const may = personId === aboutId || (await administratorsAmong(tx, [personId])).has(personId)
      const named = await tx
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, [aboutId, byId]))
      return reader && may && { reader, named, portal: await portalFace(tx) }
    })
    const to = told ? parseAddress(told.reader.email) : undefined
    if (!told || !to) return
    const { reader, named, portal } = told
    const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? ''
    const about = { whom: personId === aboutId ? null : nameOf(aboutId), by: nameOf(byId), what, reader, portal }
    const url = new URL(what === 'ended' && personId === aboutId ? '/' : `/people/${aboutId}`, settings.url)
    await mail.send({ to, name: reader.name, ...administratorLetterIn({ ...about, url }) })
  },
}
