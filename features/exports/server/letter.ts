import { asPerson } from '#access/signed-in.ts'
import { portalFace } from '#features/portal/server/door.ts'
import { parseAddress } from '#platform/mail/addresses.ts'
import type { Message } from '#platform/mail/mail.ts'
import type { Platform } from '#platform/platform.ts'
import { say, type Language } from '#ui/words/catalogue.ts'
import { exportsWords } from '../words.ts'
import { momentIn } from './html.ts'
import { getExport } from './queries.ts'
import type { exports } from './tables.ts'

interface Reader {
  id: string
  name: string
  kind: 'employee' | 'external'
  language: Language
  timeZone: string
  email: string
}

/** What is written to somebody who was given a record; null when they may not have it any more. */
export async function composeLetter(
  { database, settings }: Platform,
  row: typeof exports.$inferSelect,
  reader: Reader,
): Promise<Message | null> {
  const to = parseAddress(reader.email)
  if (!to) return null
  const me = { ...reader, administrator: false, sessionId: null }
  // Read as whom it is for: what they may not see cannot be in it.
  const { made, face } = await asPerson(database, reader.id, async (tx) => ({
    made: await getExport(tx, me, row.id).catch(() => null),
    face: await portalFace(tx),
  }))
  if (!made?.group || !made.finishedAt || !made.expiresAt) return null
  const words = say(exportsWords, reader.language).letter
  const group = made.group.name
  const who = made.by?.name ?? face.name
  return {
    to,
    name: reader.name,
    subject: words.subject({ group }),
    letter: {
      language: reader.language,
      brand: { name: face.name, colour: face.brandColour },
      preheader: words.gave({ who, group }),
      greeting: words.greeting({ name: reader.name }),
      paragraphs: [words.gave({ who, group }), words.until({ moment: momentIn(made.expiresAt, reader) })],
      button: { label: words.open, url: new URL('/settings/data', settings.url).href, hint: words.link },
      footer: [words.why({ portal: face.name })],
    },
  }
}
