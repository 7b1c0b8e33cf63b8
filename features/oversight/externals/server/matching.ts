import { sql, type SQL } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Filter } from '../contract.ts'

/** What whoever asks may know of: everybody and every group, or the people they answer for or invited and the groups that they are in themselves. */
export interface Sight {
  /** Only whom this person answers for; null is everybody. */
  sponsorId: string | null
  /** And who came by an invitation of theirs into one of `spaces`, as long as they are in it. */
  invited: boolean
  /** Only these groups' spaces; null is all. */
  spaces: string[] | null
}

/** A filter, and those named where only some are asked about. */
export type Asked = Filter & { ids?: string[] }

/** From so many groups on somebody is in many. */
const many = 5
const daysAhead = 14

/** True for groups that the reader may know of; `m` is a membership. */
export const inSight = ({ spaces }: Sight): SQL => (spaces ? among(sql`m.space_id`, spaces) : sql`true`)

/** The last days that count: of somebody who is still in, in a group that the reader may know of. `m` is a membership of `p`. */
export const runningOut = (sight: Sight): SQL => sql`m.until is not null and m.lapsed_at is null and ${inSight(sight)}`

/** The people `p` from outside whom the reader oversees and who match. For the keeper: what may be known is said by `sight` alone. */
export function matching(sight: Sight, filter: Asked): SQL {
  const stays = (condition: SQL, least = sql``): SQL =>
    sql`exists (select 1 from members m where m.person_id = p.id and ${inSight(sight)} and ${condition}${least})`
  const parts = [
    sql`p.kind = 'external' and p.dismissed_at is null`,
    sight.sponsorId && sql`p.id in (${theirs(sight, sight.sponsorId)})`,
    filter.ids && among(sql`p.id`, filter.ids),
    filter.never && sql`exists (select 1 from sign_ins s where s.id = p.id and s.last_seen_at is null)`,
    filter.sponsorLeft &&
      sql`not exists (select 1 from sponsorships w join people b on b.id = w.sponsor_id and b.kind = 'employee' and b.dismissed_at is null where w.person_id = p.id)`,
    filter.expiring && stays(sql`${runningOut(sight)} and m.until <= current_date + ${sql.raw(String(daysAhead))}`),
    // One look into an index for each person: counting the groups of everybody first reads more, because colleagues are in many.
    filter.many && stays(sql`m.lapsed_at is null`, sql.raw(` offset ${many - 1}`)),
    filter.none && sql`not ${stays(sql`m.lapsed_at is null`)}`,
    filter.companyId && sql`p.company_id = ${filter.companyId}`,
    filter.groupId && stays(sql`m.group_id = ${filter.groupId}`),
    ...searched(filter.search),
  ]
  return sql.join(
    parts.filter((part) => typeof part === 'object' && part !== null),
    sql` and `,
  )
}

/** Whom somebody answers for; and whom they invited, by the group, which both are still in. */
function theirs({ invited, spaces }: Sight, personId: string): SQL {
  const answered = sql`select w.person_id from sponsorships w where w.sponsor_id = ${personId}`
  if (!invited || !spaces) return answered
  const came = sql`coalesce(i.accepted_by, i.person_id)`
  return sql`${answered} union select ${came} from groups g join invitations i on i.group_id = g.id and i.invited_by = ${personId} and i.withdrawn_at is null join members m on m.group_id = g.id and m.person_id = ${came} where ${among(sql`g.space_id`, spaces)}`
}

/** Some word of name, position, company or address begins with each word of the text. Companies and addresses are gone through once, not for each person. */
function searched(text = ''): SQL[] {
  return text
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => {
      const begins = (where: SQL): SQL =>
        sql`translate(' ' || ${where}, '-', ' ') ilike ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`
      return sql`(${begins(sql`p.name || ' ' || p.position`)} or p.company_id in (select c.id from companies c where ${begins(sql`c.name`)}) or p.id in (select r.person_id from reaches r where ${begins(sql`r.email`)}))`
    })
}
