import { numbers, type Size } from './size.ts'
import type { Step } from './step.ts'

/**
 * Ids that can be computed from a number, so that no step needs to look one up. They are of version 7, as real ones:
 * 48 bits of milliseconds, then what it is and its number. Both stand in the last ten digits, which in real ones are
 * chance: the index of words knows places by them (access.shelf_key).
 */
export const naming: Step = {
  name: 'names of things',
  statements: [
    `create schema bench`,
    `create function bench.id(at bigint, kind int, n bigint) returns uuid language sql immutable as $$
      select (lpad(to_hex(at), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '80000' || lpad(to_hex(kind), 3, '0') || lpad(to_hex(n), 8, '0'))::uuid $$`,
    `create function bench.day(day numeric) returns bigint language sql immutable as $$
      select (1700000000000 + day * 86400000)::bigint $$`,
    ...Object.entries(kinds()).map(
      ([name, kind]) =>
        `create function bench.${name}(n bigint) returns uuid language sql immutable as $$ select bench.id(1690000000000 + n, ${kind}, n) $$`,
    ),
    // Who is in which group; rosters are those who write there.
    `create unlogged table bench.memberships (g int, p int, role text default 'member', primary key (g, p))`,
    `create unlogged table bench.rosters (g int primary key, people int[], team int[])`,
  ],
}

function kinds(): Record<string, number> {
  const names = ['person', 'company', 'department', 'grp', 'space', 'everyone', 'team', 'members', 'staff', 'lane']
  return Object.fromEntries([...names, 'own_space', 'own_audience', 'named', 'lanes'].map((name, at) => [name, at + 1]))
}

const firstNames = `array['Anna','Marek','Olga','Piotr','Irina','Jan','Elena','Tomasz','Maria','Adam','Nina','Pavel','Zofia','Kim','Dana','Leo']`
const lastNames = `array['Nowak','Ivanova','Kowalski','Petrov','Wójcik','Sidorova','Brown','Lewandowska','Okafor','Meyer','Zieliński','Orlova','Santos','Novák','Larsen','Kaya']`

/** People from one number to another, each with an address, a way to sign in and a space of their own. */
export function people(kind: 'employee' | 'external', after: number, upTo: number, { companies }: Size): string[] {
  const numbered = `from generate_series(${after + 1}, ${upTo}) n`
  const number = `1 + n % ${companies}`
  const company = kind === 'external' ? `bench.company(${number}), 'Company ' || (${number})` : 'null, null'
  const whole = kind === 'employee'
  return [
    `insert into people (id, kind, name, company_id, company, position)
      select bench.person(n), '${kind}', (${firstNames})[1 + n % 16] || ' ' || (${lastNames})[1 + n / 16 % 16] || ' ' || n, ${company}, 'Specialist' ${numbered}`,
    `insert into reaches (person_id, email) select bench.person(n), 'person' || n || '@example.com' ${numbered}`,
    // Every tenth never came.
    `insert into sign_ins (id, name, email, last_seen_at)
      select bench.person(n), 'Person ' || n, 'person' || n || '@example.com', case when n % 10 > 0 then now() - n % 997 * interval '1 hour' end ${numbered}`,
    `insert into spaces (id, kind, owner_id, external_since) select bench.own_space(n), 'person', bench.person(n), now() ${numbered}`,
    `insert into audiences (id, space_id, kind) select bench.own_audience(n), bench.own_space(n), 'everyone' ${numbered}`,
    `insert into seats (space_id, audience_id, person_id, level, because)
      select bench.own_space(n), ${whole ? 'null::uuid' : 'bench.own_audience(n)'}, bench.person(n), 4, 'own' ${numbered}`,
  ]
}

/** What a membership brings, as features/groups/server/membership.ts writes it; of the people between two numbers. */
export const enter = (after: number, upTo: number, { employees }: Size): string[] => {
  const fresh = `from bench.memberships m where m.p > ${after} and m.p <= ${upTo}`
  return [
    `insert into members (space_id, audience_id, group_id, person_id, role)
      select bench.space(g), bench.everyone(g), bench.grp(g), bench.person(p), role ${fresh}`,
    `insert into circle_members (circle_id, person_id) select bench.members(g), bench.person(p) ${fresh}`,
    `insert into circle_members (circle_id, person_id) select bench.staff(g), bench.person(p) ${fresh} and m.p <= ${employees}`,
    `insert into appearances (person_id, space_id, audience_id) select bench.person(p), bench.space(g), bench.everyone(g) ${fresh}`,
    `insert into seats (space_id, person_id, level, because) select bench.space(g), bench.person(p), 4, role ${fresh} and role = 'owner'`,
  ]
}

/** The company itself: employees in departments, groups of which every fifth is external, and who is in them. */
export function ground(size: Size): Step[] {
  const { employees, groups, companies } = size
  const groupsFrom = `from generate_series(1, ${groups}) g`
  return [
    {
      name: 'employees',
      statements: [
        `insert into companies (id, name) select bench.company(n), 'Company ' || n from generate_series(1, ${companies}) n`,
        `insert into departments (id, name) select bench.department(n), 'Department ' || n from generate_series(1, 50) n`,
        ...people('employee', 0, employees, size),
        `insert into employments (person_id, department_id) select bench.person(n), bench.department(1 + n % 50) from generate_series(1, ${employees}) n`,
        `insert into circles (id, name, admits) values (bench.staff(0), 'employees', 'employees'), (bench.members(0), 'system-administrators', 'employees')`,
        `insert into circle_members (circle_id, person_id) select bench.staff(0), bench.person(n) from generate_series(1, ${employees}) n`,
        `insert into circle_members (circle_id, person_id) values (bench.members(0), bench.person(4))`,
        `insert into portal (name) values ('Bench')`,
      ],
    },
    {
      name: 'groups',
      statements: [
        `insert into spaces (id, kind, external_since) select bench.space(g), 'group', case when g <= ${groups / 5} then now() end ${groupsFrom}`,
        `insert into audiences (id, space_id, kind) select bench.everyone(g), bench.space(g), 'everyone' ${groupsFrom}`,
        `insert into audiences (id, space_id, kind) select bench.team(g), bench.space(g), 'team' ${groupsFrom}`,
        `insert into circles (id, space_id, name, admits) select bench.members(g), bench.space(g), 'members', 'everyone' ${groupsFrom}`,
        `insert into circles (id, space_id, name, admits) select bench.staff(g), bench.space(g), 'team', 'employees' ${groupsFrom}`,
        `insert into seats (space_id, audience_id, circle_id, level, because) select bench.space(g), bench.everyone(g), bench.members(g), 3, 'member' ${groupsFrom}`,
        `insert into seats (space_id, circle_id, level, because) select bench.space(g), bench.staff(g), 3, 'member' ${groupsFrom}`,
        `insert into groups (id, space_id, audience_id, name, kind, visibility, external_since)
          select bench.grp(g), bench.space(g), bench.everyone(g), 'Group ' || g, 'workgroup',
            case when g % 7 = 0 then 'secret' when g % 7 = 1 then 'closed' else 'open' end, case when g <= ${groups / 5} then now() end ${groupsFrom}`,
      ],
    },
    { name: 'who is in which group', statements: [...membershipsOfEmployees(size), ...enter(0, employees, size)] },
  ]
}

function membershipsOfEmployees({ employees, groups, manyGroups }: Size): string[] {
  const { sixty, fourHundred, team, greatGroup, shownGroup } = numbers
  const into = `insert into bench.memberships (g, p)`
  const spread = (person: number, count: number): string =>
    `${into} select ${shownGroup} + floor(k * (${groups} - 2.0) / ${count})::int, ${person} from generate_series(0, ${count - 1}) k on conflict do nothing`
  return [
    `insert into bench.memberships (g, p, role) select g, 5 + g % (${employees} - 5) + 1, 'owner' from generate_series(1, ${groups}) g`,
    // The great group and the one that everybody is in.
    `${into} select ${greatGroup}, n from generate_series(6, 35) n union select ${greatGroup}, ${team} on conflict do nothing`,
    `${into} select ${groups}, n from generate_series(1, ${employees}) n on conflict do nothing`,
    spread(sixty, 60),
    spread(fourHundred, manyGroups),
    spread(team, 20),
    `${into} select distinct 2 + floor(random() * (${groups} - 2))::int, n from generate_series(6, ${employees}) n, generate_series(1, 9) k on conflict do nothing`,
  ]
}
