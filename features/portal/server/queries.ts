import { join } from 'node:path'
import { found, notFound } from '#access/errors.ts'
import type { Tx } from '#platform/database/transaction.ts'
import { listOutbox, readOutbox, type OpenedLetter } from '#platform/mail/outbox.ts'
import type { Settings } from '#platform/settings.ts'
import type { SampleState } from '../contract.ts'
import { sampling } from './tables.ts'

/** How far the sample company has come. */
export async function readSample(tx: Tx): Promise<SampleState> {
  const [row] = await tx.select().from(sampling)
  return row ?? { state: 'none', done: 0, of: 0, password: null, people: [] }
}

/** The letters kept in the data folder, newest first; none where a mail server takes them. */
export async function listLetters(settings: Settings, { limit, after }: { limit: number; after?: string | undefined }) {
  const { address: from } = settings.mailFrom
  if (settings.smtpUrl) return { items: [], next: null, delivery: 'sent' as const, from }
  return {
    ...(await listOutbox(outbox(settings), { limit, ...(after ? { after } : {}) })),
    delivery: 'kept' as const,
    from,
  }
}

/** One kept letter. */
export async function getLetter(settings: Settings, id: string): Promise<OpenedLetter> {
  if (settings.smtpUrl) throw notFound()
  return found(await readOutbox(outbox(settings), id))
}

/** One kept letter as a page of its own, under a policy that lets it look as it was written and do nothing. */
export async function getLetterPage(settings: Settings, id: string) {
  const { html } = await getLetter(settings, id)
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
  return {
    headers: { 'content-security-policy': policy, 'x-frame-options': 'SAMEORIGIN' },
    // What is linked opens beside the letter: inside its frame no page of the portal may stand.
    body: new File([html.replace('<head>', '<head><base target="_blank">')], `${id}.html`, {
      type: 'text/html; charset=utf-8',
    }),
  }
}

const outbox = (settings: Settings): string => join(settings.dataFolder, 'outbox')
