import { refused } from '#access/errors.ts'
import type { GroupRow } from '../queries.ts'

/** The rule that everybody meets who would change something in an archived group (GRP-10). */
export const archived = () =>
  refused('GROUP_ARCHIVED', 'This group is archived: it is read and no more. Its owner can reopen it.')

/** Refuses what would change an archived group, to somebody who sees it. The rules of the tables do so anyhow; this says why. */
export function mustBeOpen({ archivedAt }: Pick<GroupRow, 'archivedAt'>): void {
  if (archivedAt) throw archived()
}
