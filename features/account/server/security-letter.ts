import { and, eq, isNull } from 'drizzle-orm'
import { signIns } from '#access/sign-in-tables.ts'
import { people } from '#access/tables.ts'
import { portalFace, type PortalFace } from '#features/portal/server/door.ts'
import { asKeeper } from '#platform/database/keeper.ts'
import type { Job } from '#platform/job.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import { lettersAtOnce, type Message } from '#platform/mail/mail.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { accountWords } from '../words.ts'

/** What changed in how somebody signs in. */
interface SecurityChange {
  what: 'codesOn' | 'codesOff' | 'newCodes' | 'passkeyAdded' | 'passkeyRemoved'
  /** What the passkey is called. */
  name?: string
}

/** Tells somebody, and nobody else, that the ways into their account have changed: whoever did not want that hears of it by this. */
export const securityLetter: Job<SecurityChange & { personId: string }> = {
  name: 'account.security-letter',
  atOnce: lettersAtOnce,
  async run({ personId, ...change }, { database, settings, mail }) {
    const [reader, portal] = await asKeeper(database, async (tx) => {
      const [row] = await tx
        .select({ name: people.name, language: people.language, email: signIns.email })
        .from(people)
        .innerJoin(signIns, eq(signIns.id, people.id))
        .where(and(eq(people.id, personId), isNull(people.dismissedAt)))
      return [row, await portalFace(tx)]
    })
    const to = reader && parseAddress(reader.email)
    if (!to) return
    const url = new URL('/settings/security', settings.url)
    await mail.send({ to, name: reader.name, ...securityLetterIn(reader.language, { ...change, reader, portal, url }) })
  },
}

function securityLetterIn(
  language: Language,
  { what, name = '', reader, portal, url }: SecurityChange & { reader: { name: string }; portal: PortalFace; url: URL },
): Pick<Message, 'subject' | 'letter'> {
  const { letter: general, securityLetter: words } = say(accountWords, language)
  const about = { portal: portal.name, name }
  return {
    subject: words.subject[what](about),
    letter: {
      language,
      brand: { name: portal.name, colour: portal.brandColour },
      preheader: words[what](about),
      greeting: general.greeting({ name: reader.name }),
      paragraphs: [words[what](about)],
      button: { label: words.look, url: url.href, hint: general.hint },
      footer: [words.notYou(about)],
    },
  }
}
