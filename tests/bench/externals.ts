import { contentOfLanes } from './content.ts'
import { enter, people } from './ground.ts'
import type { Step } from './step.ts'
import { numbers, type Part, type Round, type Size } from './size.ts'

/** A round of externals: their own things, the groups they are in with colleagues, their lanes in the great group and what stands in those. */
export function externals(size: Size, { lanes, others }: Round): Step[] {
  const { employees } = size
  return [
    {
      name: 'externals',
      statements: [
        ...people('external', employees + lanes.from, employees + lanes.to, size),
        ...people('external', employees + others.from, employees + others.to, size),
      ],
    },
    {
      name: 'externals in groups',
      statements: [
        ...memberships(size, { lanes, others }),
        ...enter(employees + lanes.from, employees + lanes.to, size),
        ...enter(employees + others.from, employees + others.to, size),
      ],
    },
    { name: 'lanes', statements: laneSeats(size, lanes) },
    { name: 'sponsors and last days', statements: [lanes, others].flatMap((part) => sponsors(size, part)) },
    contentOfLanes(size, lanes),
  ]
}

/** Of those with a lane every fifth is in another group too; of the others each in one or two. */
function memberships({ employees, groups }: Size, { lanes, others }: Round): string[] {
  const into = `insert into bench.memberships (g, p)`
  const another = `2 + floor(random() * (${groups / 5} - 1))::int`
  return [
    `${into} select case when i = ${numbers.laneOfReader} then ${numbers.shownGroup} else ${another} end, ${employees} + i
      from generate_series(${lanes.from + 1}, ${lanes.to}) i where i % 5 = 1`,
    `${into} select distinct ${another}, ${employees} + i from generate_series(${others.from + 1}, ${others.to}) i, generate_series(0, 1) k where k <= i % 2
      on conflict do nothing`,
  ]
}

/** Every 45th is answered for by the employee of many groups, of the others somebody each; every third is here until some day of the next year. */
function sponsors({ employees }: Size, { from, to }: Part): string[] {
  const numbered = `from generate_series(${from + 1}, ${to}) i`
  const who = `case when i % 45 = 0 then ${numbers.fourHundred} else 1 + i % ${employees} end`
  return [
    `insert into sponsorships (person_id, sponsor_id) select bench.person(${employees} + i), bench.person((${who})::bigint) ${numbered}`,
    `update members m set until = current_date + i % 365 ${numbered} where m.person_id = bench.person(${employees} + i) and i % 3 = 0`,
  ]
}

/** Each sits in a lane by name and is known there only; all of them read what is for everyone through one circle. */
function laneSeats({ employees }: Size, { from, to }: Round['lanes']): string[] {
  const g = numbers.greatGroup
  const numbered = `from generate_series(${from + 1}, ${to}) i`
  const person = `bench.person(${employees} + i)`
  const circle = `bench.lanes(${g})`
  return [
    `insert into circles (id, space_id, name, admits) values (${circle}, bench.space(${g}), 'lanes', 'everyone') on conflict do nothing`,
    `insert into seats (space_id, audience_id, circle_id, level, because)
      select bench.space(${g}), bench.everyone(${g}), ${circle}, 1, 'lane' where not exists (select from seats where circle_id = ${circle})`,
    `insert into audiences (id, space_id, kind) select bench.lane(i), bench.space(${g}), 'lane' ${numbered}`,
    `insert into seats (space_id, audience_id, person_id, level, because) select bench.space(${g}), bench.lane(i), ${person}, 3, 'lane' ${numbered}`,
    `insert into appearances (person_id, space_id, audience_id) select ${person}, bench.space(${g}), bench.lane(i) ${numbered}`,
    `insert into circle_members (circle_id, person_id) select ${circle}, ${person} ${numbered}`,
    `insert into members (space_id, audience_id, group_id, person_id, role) select bench.space(${g}), bench.lane(i), bench.grp(${g}), ${person}, 'member' ${numbered}`,
  ]
}
