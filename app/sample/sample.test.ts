import { describe, expect, test } from 'vitest'
import { sample } from './sample.ts'
import type { GroupKey, PersonKey } from './cast.ts'
import type { SampleGroup, SamplePerson } from './shape.ts'

const { companies, departments, groups, invitations, people, posts, requests, tasks } = sample
const employees = people.filter((person) => person.kind === 'employee')
const externals = people.filter((person) => person.kind === 'external')

const person = (key: PersonKey): SamplePerson => {
  const found = people.find((one) => one.key === key)
  if (!found) throw new Error(`There is no person ${key}`)
  return found
}

const group = (key: GroupKey): SampleGroup => {
  const found = groups.find((one) => one.key === key)
  if (!found) throw new Error(`There is no group ${key}`)
  return found
}

const inGroup = (one: SampleGroup): PersonKey[] => [one.owner, ...one.moderators, ...one.members]
const onceInGroup = (one: SampleGroup): PersonKey[] => [
  ...inGroup(one),
  ...(one.external ? (one.formerMembers ?? []) : []),
]
const groupsOf = (key: PersonKey): string[] => groups.filter((one) => inGroup(one).includes(key)).map((one) => one.key)
const companyOf = (key: PersonKey): string | null => {
  const found = person(key)
  return found.kind === 'external' ? found.company : null
}
const companiesIn = (one: SampleGroup): Set<string> => new Set(inGroup(one).flatMap((key) => companyOf(key) ?? []))
const repeated = (values: string[]): string[] => values.filter((value, at) => values.indexOf(value) !== at)
const hoursAgo = (one: { daysAgo?: number; hoursAgo?: number }): number => (one.daysAgo ?? 0) * 24 + (one.hoursAgo ?? 0)

const reachOf = (one: { email?: string; number?: string }): string => one.email ?? one.number ?? ''

describe('the company', () => {
  test('is of the promised size', () => {
    expect(employees).toHaveLength(30)
    expect(externals).toHaveLength(12)
    expect(departments).toHaveLength(6)
    expect(companies).toHaveLength(5)
    expect(groups).toHaveLength(8)
    expect(groups.filter((one) => one.external)).toHaveLength(3)
    expect(posts.length).toBeGreaterThanOrEqual(45)
    expect(tasks.length).toBeGreaterThanOrEqual(50)
    expect(invitations).toHaveLength(2)
    expect(requests).toHaveLength(2)
  })

  test('uses every key and every address once', () => {
    for (const list of [companies, departments, groups, invitations, people, posts, tasks])
      expect(repeated(list.map((one) => one.key))).toEqual([])
    expect(repeated([...people, ...invitations].map(reachOf))).toEqual([])
    expect(repeated(people.map((one) => one.name))).toEqual([])
  })

  test('has no address and no number that could reach anybody', () => {
    // Ofcom keeps these numbers for stories.
    for (const one of [...people, ...invitations])
      expect(reachOf(one)).toMatch(/^([a-z.]+@[a-z-]+\.example|\+447700900\d{3})$/)
    expect(externals.filter((one) => one.number).map((one) => one.key)).toEqual(['daniyar'])
  })

  test('has one structure: every manager leads to the managing director, in no more than four steps', () => {
    const managerOf = new Map<string, string | null>(employees.map((one) => [one.key, one.manager]))
    const lines = employees.map(({ key }) => {
      const line = [key as string]
      for (let boss = managerOf.get(key); boss && line.length < 10; boss = managerOf.get(boss)) line.push(boss)
      return line
    })
    expect(lines.filter((line) => line.length > 4 || line.at(-1) !== 'helena')).toEqual([])
  })

  test('has people in each department, its head among them', () => {
    for (const one of departments) {
      const inside = employees.filter((employee) => employee.department === one.key).map((employee) => employee.key)
      expect(inside).toContain(one.head)
      expect(inside.length).toBeGreaterThan(2)
    }
    expect(departments.filter((one) => !one.parent).map((one) => one.key)).toEqual(['management'])
  })

  test('has one system administrator, Anna', () => {
    expect(employees.filter((one) => one.administrator).map((one) => one.key)).toEqual(['anna'])
  })

  test('has people outside in each company, at its own address', () => {
    for (const company of companies) {
      const inside = externals.filter((one) => one.company === company.key)
      expect(inside.length).toBeGreaterThan(1)
      for (const one of inside) if (one.email) expect(one.email.split('@')[1]).toBe(company.domain)
    }
  })
})

describe('the groups', () => {
  test('name each person once', () => {
    for (const one of groups) {
      expect(repeated(onceInGroup(one))).toEqual([])
      for (const key of onceInGroup(one)) person(key)
    }
  })

  test('are owned and moderated by employees, and only external ones have externals', () => {
    for (const one of groups) {
      for (const key of [one.owner, ...one.moderators]) expect(person(key).kind).toBe('employee')
      expect(companiesIn(one).size > 0).toBe(one.external)
    }
    expect(groups.filter((one) => one.external && one.visibility !== 'secret')).toEqual([])
  })

  test('have dates when they are projects and only then', () => {
    const spans = groups.map((one) => [one.kind, (one.endsInDays ?? 0) - (one.startsInDays ?? 0)] as const)
    expect(spans.filter(([kind, days]) => kind === 'project' && days <= 0)).toEqual([])
    expect(
      groups.filter((one) => one.kind === 'workgroup' && (one.startsInDays ?? one.endsInDays) !== undefined),
    ).toEqual([])
  })

  test('are the ones the tests rely on', () => {
    expect(new Set(inGroup(group('everyone')))).toEqual(new Set(employees.map((one) => one.key)))
    expect(group('library').visibility).toBe('closed')
    expect(group('heron').visibility).toBe('secret')
    expect(inGroup(group('heron'))).toEqual(['helena', 'marek', 'rustam', 'fiona'])
    expect(companiesIn(group('acme'))).toEqual(new Set(['acme', 'bench']))
    expect(companiesIn(group('carriers'))).toEqual(new Set(['beta', 'gamma']))
    expect(companiesIn(group('suppliers'))).toEqual(new Set(['aqtas', 'bench']))
    expect(groupsOf('gita')).toEqual(['everyone'])
    expect(groupsOf('sofia')).toEqual(['acme', 'suppliers'])
    expect(externals.filter((one) => groupsOf(one.key).length === 0).map((one) => one.key)).toEqual(['noel'])
  })
})

describe('what was written', () => {
  test.each(posts.map((post) => [post.key, post] as const))('%s stands where its people are', (_, post) => {
    // Of what is addressed to departments and people the access tests say who reads it.
    const readers = post.group ? onceInGroup(group(post.group)) : people.map(({ key }) => key)
    const voices = [post.author, ...(post.likes ?? []), ...(post.comments ?? []).map((one) => one.author)]
    for (const key of voices) expect(readers).toContain(key)
    expect(repeated(post.likes ?? [])).toEqual([])
    expect(post.likes ?? []).not.toContain(post.author)
    const outsiders = voices.filter((key) => person(key).kind === 'external')
    expect(post.audience === 'team' ? outsiders : []).toEqual([])
  })

  test.each(tasks.map((task) => [task.key, task] as const))('%s is for those who can see it', (_, task) => {
    const voices = [task.creator, task.responsible, ...(task.comments ?? []).map((one) => one.author)]
    const readers = task.group ? inGroup(group(task.group)) : [task.creator, task.responsible]
    for (const key of voices) expect(readers).toContain(key)
    const outsiders = voices.filter((key) => person(key).kind === 'external')
    expect(task.audience === 'team' || !task.group ? outsiders : []).toEqual([])
  })

  test('happened after its group was made, in order, and never in the future', () => {
    const told = [
      ...posts.map((one) => ({ ...one, age: hoursAgo(one) })),
      ...tasks.map((one) => ({ ...one, age: one.createdDaysAgo * 24 })),
    ]
    expect(told.filter((one) => one.group && one.age >= group(one.group).createdDaysAgo * 24)).toEqual([])
    for (const one of told) {
      const hours = (one.comments ?? []).map((comment) => comment.hoursAfter)
      expect([one.key, hours]).toEqual([one.key, hours.toSorted((a, b) => a - b)])
      expect([one.key, hours.filter((after) => after > one.age)]).toEqual([one.key, []])
    }
    expect(posts.filter((one) => hoursAgo(one) <= 0)).toEqual([])
    expect(tasks.filter((one) => (one.completedDaysAgo ?? 0) > one.createdDaysAgo)).toEqual([])
  })

  test('has something of every sort', () => {
    for (const one of groups.filter((each) => each.external))
      for (const audience of ['everyone', 'team']) {
        expect(posts.some((post) => post.group === one.key && post.audience === audience)).toBe(true)
        expect(tasks.some((task) => task.group === one.key && task.audience === audience)).toBe(true)
      }
    const open = tasks.filter((task) => task.completedDaysAgo === undefined)
    expect(open.filter((task) => (task.dueInDays ?? 0) < 0).length).toBeGreaterThan(4)
    expect(open.filter((task) => task.dueInDays === undefined).length).toBeGreaterThan(4)
    expect(tasks.length - open.length).toBeGreaterThan(9)
    expect(tasks.filter((task) => person(task.responsible).kind === 'external').length).toBeGreaterThan(9)
    expect(tasks.filter((task) => !task.group).length).toBeGreaterThan(4)
    for (const language of ['en', 'ru', 'pl']) expect(people.some((one) => one.language === language)).toBe(true)
  })

  test('keeps the secret: the word Heron stands in its own group only', () => {
    const elsewhere = [...posts, ...tasks].filter((one) => one.group !== 'heron')
    expect(JSON.stringify([elsewhere, people, companies, invitations])).not.toMatch(/heron|херон/i)
  })

  test('has somebody in the lobby, and a colleague who asks; both as the groups let them', () => {
    for (const { group: key, person: who, invitedBy } of requests) {
      const { kind } = person(who)
      expect(inGroup(group(key))).not.toContain(who)
      expect(group(key).external).toBe(kind === 'external')
      if (kind === 'employee') expect([group(key).visibility, invitedBy]).toEqual(['closed', undefined])
      else expect(group(key).members).toContain(invitedBy)
    }
    expect(requests.map((one) => one.person)).toEqual(['noel', 'zofia'])
  })

  test('invites only people of a known company, and nobody who is inside already', () => {
    for (const one of invitations) {
      expect(group(one.group).external).toBe(true)
      expect(inGroup(group(one.group))).toContain(one.invitedBy)
      expect(one.email.split('@')[1]).toBe(companies.find((company) => company.key === one.company)?.domain)
      expect(one.daysAgo).toBeLessThan(10)
    }
  })
})
