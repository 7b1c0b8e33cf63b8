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

/** The letters and text messages kept in the data folder, newest first; of each kind none where somebody takes them. */
export async function listLetters(settings: Settings, { limit, after }: { limit: number; after?: string | undefined }) {
  const kinds = keptKinds(settings)
  const state = (kind: (typeof kinds)[number]) => (kinds.includes(kind) ? ('kept' as const) : ('sent' as const))
  return {
    ...(await listOutbox(outbox(settings), { limit, kinds, ...(after ? { after } : {}) })),
    delivery: state('letter'),
    messages: state('message'),
    from: settings.mailFrom.address,
  }
}

/** One kept letter or text message. */
export async function getLetter(settings: Settings, id: string): Promise<OpenedLetter> {
  const letter = found(await readOutbox(outbox(settings), id))
  if (!keptKinds(settings).includes(letter.kind)) throw notFound()
  return letter
}

const keptKinds = ({ smtpUrl, sms }: Settings): OpenedLetter['kind'][] => [
  ...(smtpUrl ? [] : (['letter'] as const)),
  ...(sms ? [] : (['message'] as const)),
]

/** One kept letter as a page of its own, under a policy that lets it look as it was written and do nothing. */
export async function getLetterPage(settings: Settings, id: string) {
  const { html, kind } = await getLetter(settings, id)
  if (kind === 'message') throw notFound()
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
