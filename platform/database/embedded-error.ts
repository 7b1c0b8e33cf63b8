/** Why the embedded PostgreSQL cannot run, in a sentence for the person who starts Loggia. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}
