import type { Step } from './step.ts'
import { numbers, type Part, type Size } from './size.ts'

/** What stands in lanes is numbered from here on, a thousand numbers for each lane. */
const inLanesFrom = 10_000_000

/** Of all tasks and of all posts, how many stand in lanes; of the tasks, how many in no group. */
const shares = { inLanes: 0.4, named: 0.1 }
const text = `repeat('All that was agreed, and what is still open. ', 4)`

/** Every word of it stands in every post, save one that stands in it alone and one that stands in few. */
const textOfPost = `${text} || case when n % 300 = 7 then 'Seldom. ' else '' end || 'Number q' || n`

/** When something was written: any time in two years. */
const someDay = `bench.day((random() * 730)::numeric)`

/** Things in the ids' own kinds, far from those of ground.ts. */
const kindOf = { task: 100, post: 101, comment: 102 }

/** Posts and tasks of groups (a fourth for the team), and tasks between two. Some groups have much, most have little. */
export function contentOfGroups(size: Size): Step {
  const { tasks, posts, employees } = size
  const named = tasks * shares.named
  return {
    name: 'posts and tasks of groups',
    statements: [
      `insert into bench.rosters select g, array_agg(p), array_agg(p) filter (where p <= ${employees}) from bench.memberships group by g`,
      insertPosts(inGroups(size, posts * (1 - shares.inLanes)), placeInGroup),
      insertTasks(inGroups(size, tasks * (1 - shares.inLanes) - named), placeInGroup),
      ...tasksBetweenTwo(named, tasks, employees),
      ...belowThings(size, `and p.space_id <> bench.space(${numbers.greatGroup})`),
    ],
  }
}

const placeInGroup = `bench.space(g), audience, bench.grp(g)`

/** So many rows of things in groups, numbered from 1. */
function inGroups({ groups }: Size, count: number): string {
  const someGroup = `2 + floor(${groups - 1} * power(random(), 2))::int`
  return `
    select n, at, r.g, case when r.team_only then bench.team(r.g) else bench.everyone(r.g) end as audience,
      case when r.team_only then w.team[1 + floor(r.who * cardinality(w.team))::int] else w.people[1 + floor(r.who * cardinality(w.people))::int] end as author,
      case when r.team_only then w.team[1 + floor(r.whom * cardinality(w.team))::int] else w.people[1 + floor(r.whom * cardinality(w.people))::int] end as responsible
    from (select n, ${someDay} as at, ${someGroup} as g, random() < 0.25 as team_only, random() as who, random() as whom
      from generate_series(1, ${count}) n) r
    join bench.rosters w on w.g = r.g`
}

/** What stands in the lanes of the great group between two numbers: written by the external or by the team. */
export function contentOfLanes(size: Size, part: Part): Step {
  return {
    name: 'posts and tasks in lanes',
    statements: [
      insertPosts(inLanes(size, part, eachLane(size, size.posts)), placeInLane),
      insertTasks(inLanes(size, part, eachLane(size, size.tasks)), placeInLane),
      ...belowThings(
        size,
        `and p.space_id = bench.space(${numbers.greatGroup}) and not exists (select from threads t where t.id = p.id)`,
      ),
    ],
  }
}

const placeInLane = `bench.space(${numbers.greatGroup}), bench.lane(lane), bench.grp(${numbers.greatGroup})`

/** How many of all these stand in each lane. */
const eachLane = ({ lanes }: Size, all: number): number => Math.round((all * shares.inLanes) / lanes)

/** Rows of things in some lanes, so many in each. */
function inLanes({ employees }: Size, part: Part, each: number): string {
  const someone = `case when random() < 0.5 then ${employees} + lane else 6 + floor(random() * 30)::int end`
  return `select ${inLanesFrom} + lane * 1000 + k as n, ${someDay} as at, lane, ${someone} as author, ${someone} as responsible
    from generate_series(${part.from + 1}, ${part.to}) lane, generate_series(1, ${each}) k`
}

const insertPosts = (rows: string, place: string): string => `
  insert into posts (id, space_id, audience_id, group_id, author_id, text, created_at)
  select bench.id(at, ${kindOf.post}, n), ${place}, bench.person(author), ${textOfPost}, to_timestamp(at / 1000.0) from (${rows}) r order by 1`

const insertTasks = (rows: string, place: string): string => `
  insert into tasks (id, space_id, audience_id, group_id, title, description, author_id, responsible_id, deadline, completed_at, completed_by, created_at)
  select bench.id(at, ${kindOf.task}, n), ${place}, 'Task ' || n, ${text}, bench.person(author), bench.person(responsible),
    case when n % 3 > 0 then to_timestamp(at / 1000.0) + interval '20 days' end,
    case when n % 10 > 2 then to_timestamp(at / 1000.0) + interval '9 days' end,
    case when n % 10 > 2 then bench.person(responsible) end, to_timestamp(at / 1000.0) from (${rows}) r order by 1`

/** Each in an audience of its own in its creator's space; the readers get as many as they have groups. */
function tasksBetweenTwo(count: number, tasks: number, employees: number): string[] {
  const creator = `case when n <= 60 then ${numbers.sixty} when n <= 460 then ${numbers.fourHundred} else 1 + n % ${employees} end`
  const other = `1 + (n * 7 + 3) % ${employees}`
  const numbered = `from generate_series(1, ${count}) n`
  return [
    `insert into audiences (id, space_id, kind) select bench.named(n), bench.own_space(${creator}), 'named' ${numbered}`,
    `insert into seats (space_id, audience_id, person_id, level, because) select bench.own_space(${creator}), bench.named(n), bench.person(${creator}), 3, 'creator' ${numbered}`,
    `insert into seats (space_id, audience_id, person_id, level, because) select bench.own_space(${creator}), bench.named(n), bench.person(${other}), 3, 'responsible' ${numbered}
      and ${other} <> ${creator}`.replace(/\n\s+and/, ' where'),
    insertTasks(
      `select ${tasks} + n as n, ${someDay} as at, ${creator} as author, ${other} as responsible, n as room ${numbered}`,
      `bench.own_space(author), bench.named(room), null::uuid`,
    ),
  ]
}

/** Every third post and every fifth task is talked about, every second post has a reaction, of its author for want of others. */
const belowThings = ({ commentsEach }: Size, only: string): string[] => {
  const number = (id: string): string => `('x' || right(${id}::text, 8))::bit(32)::bigint`
  const talked = (table: string, noun: string, every: number): string[] => [
    `insert into comments (id, space_id, audience_id, thread_id, author_id, text)
      select bench.id(bench.day(731), ${kindOf.comment + every}, ${number('p.id')} * 16 + k), p.space_id, p.audience_id, p.id, p.author_id, 'Agreed.'
      from ${table} p, generate_series(1, ${commentsEach}) k where ${number('p.id')} % ${every} = 0 ${only}`,
    `insert into threads (id, space_id, audience_id, kind) select p.id, p.space_id, p.audience_id, '${noun}' from ${table} p where ${number('p.id')} % ${every} = 0 ${only}`,
  ]
  return [
    `insert into reactions (thread_id, person_id, kind, space_id, audience_id) select p.id, p.author_id, 'like', p.space_id, p.audience_id from posts p where ${number('p.id')} % 2 = 0 ${only} on conflict do nothing`,
    ...talked('posts', 'post', 3),
    ...talked('tasks', 'task', 5),
  ]
}
