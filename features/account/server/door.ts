import type { ProofLetter } from '#access/sessions.ts'
import type { Platform } from '#platform/platform.ts'

/** Queues a letter about signing in. */
export async function sendProofLetter(platform: Platform, letter: ProofLetter): Promise<void> {
  platform.log.info({ kind: letter.kind }, 'a letter about signing in')
}
