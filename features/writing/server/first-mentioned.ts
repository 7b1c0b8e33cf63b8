/**
 * Whom something that was said mentions who was never mentioned there before, and still is. `said` is all that it has said, the first words first, the last
 * one what it says now; `at` is which of them is told of, 0 being what was said at first. Told late, what was edited since counts nobody twice.
 */
export function firstMentioned<Said>(said: Said[], at: number, mentionedIn: (said: Said) => string[]): string[] {
  const [then, now] = [said[at], said.at(-1)]
  if (!then || !now) return []
  const known = new Set(said.slice(0, at).flatMap(mentionedIn))
  const still = new Set(mentionedIn(now))
  return mentionedIn(then).filter((id) => !known.has(id) && still.has(id))
}
