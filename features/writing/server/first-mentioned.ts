/**
 * Whom something that was said mentions who was never mentioned there before, and still is. `said` is all that it has said, the first words first, the last
 * one what it says now; `replaced` is the words that an edit replaced, null for what was said at first. Told late, what was edited since counts nobody twice.
 */
export function firstMentioned<Said extends { id: string }>(
  said: Said[],
  replaced: string | null,
  mentionedIn: (said: Said) => string[],
): string[] {
  const at = said.findIndex(({ id }) => id === replaced) + 1
  // What followed words that are not kept is not known.
  if (replaced !== null && at === 0) return []
  const [then, now] = [said[at], said.at(-1)]
  if (!then || !now) return []
  const known = new Set(said.slice(0, at).flatMap(mentionedIn))
  const still = new Set(mentionedIn(now))
  return mentionedIn(then).filter((id) => !known.has(id) && still.has(id))
}
