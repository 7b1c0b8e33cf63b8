import { dayIn, daysAfter, isOver } from '#features/groups/server/door.ts'
import type { InvitationRules } from '../../contract.ts'
import type { Lacking } from '../contract.ts'

/**
 * What is missing in what was said when a link was made, by the rules of now and the clock of the group; null when nothing is. Whoever makes
 * one is asked for it; but rules may be tightened afterwards, and days pass (INV-11).
 */
export function lackingIn(
  { purpose, accessUntil }: { purpose: string; accessUntil: string | null },
  rules: InvitationRules,
  timeZone: string,
): Lacking | null {
  if (accessUntil !== null && isOver(accessUntil, timeZone)) return 'DAY_PASSED'
  if (rules.purpose && !purpose) return 'NO_PURPOSE'
  if (rules.mostDays === null) return null
  if (accessUntil === null) return 'NO_LAST_DAY'
  return accessUntil > daysAfter(dayIn(timeZone), rules.mostDays) ? 'DAY_TOO_FAR' : null
}
