import { sql, type SQL } from 'drizzle-orm'
import { among } from '#platform/database/among.ts'
import type { Filter } from '../contract.ts'
import { wordsOf } from '#features/people/server/door.ts'

/** What whoever asks may know of: everybody and every group, or the people they answer for or invited and the groups that they are in themselves. */
export interface Sight {
  /** Only whom this person answers for; null is everybody. */
  sponsorId: string | null
  /** And who came by an invitation of theirs into one of `spaces`, as long as they are in it. */
  invited: boolean
  /** Only these groups' spaces; null is all. */
  spaces: string[] | null
}

/** A filter, those named where only some are asked about, and those among whom all are who are searched for, where they are few. */
export type Asked = Filter & { ids?: string[]; few?: string[] | null }

/** Whoever never came was here longest ago. Spelled as the index is. */
export const seenAt = sql`coalesce(s.last_seen_at, '-infinity'::timestamptz)`

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
    filter.few && among(sql`p.id`, filter.few),
    // Spelled as the index is: then those who never came are found by it where they are few.
    filter.never && sql`exists (select 1 from sign_ins s where s.id = p.id and ${seenAt} = '-infinity')`,
    filter.sponsorLeft &&
      sql`not exists (select 1 from sponsorships w join people b on b.id = w.sponsor_id and b.kind = 'employee' and b.dismissed_at is null where w.person_id = p.id)`,
    filter.expiring && stays(sql`${runningOut(sight)} and m.until <= current_date + ${sql.raw(String(daysAhead))}`),
    filter.many && inMany(sight),
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

/**
 * Who is in so many groups that the reader may know of. Where those are all, they are counted for everybody in one walk of an index (90 000 people: 90 ms;
 * one look for each of them 700); where they are some, for each of the few people who are overseen.
 */
const inMany = (sight: Sight): SQL =>
  sight.spaces
    ? sql`exists (select 1 from members m where m.person_id = p.id and ${inSight(sight)} and m.lapsed_at is null ${sql.raw(`offset ${many - 1}`)})`
    : sql`p.id in (select m.person_id from members m where m.lapsed_at is null group by m.person_id having count(*) >= ${sql.raw(String(many))})`

/** Some word of name, position, company or address begins with each word of the text. Asked of each person who comes into question. */
function searched(text = ''): SQL[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const begins = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`)
  return [
    sql`translate(concat_ws(' ', '', p.name, p.position, p.company, (select r.email from reaches r where r.person_id = p.id)), '-', ' ') ilike all (${sql.param(begins)}::text[])`,
  ]
}
