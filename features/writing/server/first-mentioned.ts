/**
 * Whom an edit mentions who was never mentioned there before, and still is. `said` is all that something has said, the first words first, the last one what
 * it says now; `before` is what was edited.
 */
export function firstMentioned<Said>(said: Said[], before: number, mentionedIn: (said: Said) => string[]): string[] {
  const [after, now] = [said[before + 1], said.at(-1)]
  if (before < 0 || !after || !now) return []
  const known = new Set(said.slice(0, before + 1).flatMap(mentionedIn))
  const still = new Set(mentionedIn(now))
  return mentionedIn(after).filter((id) => !known.has(id) && still.has(id))
}
