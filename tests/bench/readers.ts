import type { Me } from '#access/signed-in.ts'
import type { Database } from '#platform/database/database.ts'
import { numbers, type Size } from './size.ts'

/** Somebody as whom the lists are opened, and the things that they open. */
export interface Reader {
  name: string
  me: Me
  /** The group whose pages they open. */
  group: string
  post: string
  task: string
  /** A word that stands in that post alone. */
  word: string
}

/** Finds the four readers in a seeded portal; `admin` is the superuser's pool. */
export async function findReaders({ keeper }: Database, { employees, manyGroups }: Size): Promise<Reader[]> {
  const { sixty, fourHundred, team, greatGroup, shownGroup, laneOfReader } = numbers
  const who = [
    { name: 'employee of 60 groups', number: sixty, group: shownGroup, audience: 'everyone', of: shownGroup },
    {
      name: `employee of ${manyGroups} groups`,
      number: fourHundred,
      group: shownGroup,
      audience: 'everyone',
      of: shownGroup,
    },
    { name: 'employee of the group of lanes', number: team, group: greatGroup, audience: 'lane', of: laneOfReader },
    {
      name: 'external in a lane',
      number: employees + laneOfReader,
      group: greatGroup,
      audience: 'lane',
      of: laneOfReader,
    },
  ]
  return Promise.all(
    who.map(({ name, number, group, audience, of }) =>
      readerFrom(
        keeper,
        name,
        `select p.id, p.kind, bench.grp(${group}) as "group",
          (select id from posts where audience_id = bench.${audience}(${of}) order by id desc limit 1) as post,
          (select substring(text from '\\S+$') from posts where audience_id = bench.${audience}(${of}) order by id desc limit 1) as word,
          (select id from tasks where audience_id = bench.${audience}(${of}) order by id desc limit 1) as task
        from people p where p.id = bench.person(${number})`,
      ),
    ),
  )
}

/** Those who open their feeds: two employees, and of the externals in one group alone somebody where most is written. */
export function readersOfFeeds({ keeper }: Database, { employees, manyGroups }: Size): Promise<Reader[]> {
  const columns = `p.id, p.kind, bench.grp(m.g) as "group", '' as post, '' as task, '' as word`
  const from = `from people p join bench.memberships m on p.id = bench.person(m.p)`
  const inOne = `(select p from bench.memberships where p > ${employees} group by p having count(*) = 1)`
  return Promise.all([
    readerFrom(keeper, 'employee of 60 groups', `select ${columns} ${from} where m.p = ${numbers.sixty} limit 1`),
    readerFrom(
      keeper,
      `employee of ${manyGroups} groups`,
      `select ${columns} ${from} where m.p = ${numbers.fourHundred} limit 1`,
    ),
    readerFrom(keeper, 'external in one group', `select ${columns} ${from} where m.p in ${inOne} order by m.g limit 1`),
  ])
}

async function readerFrom(keeper: Database['keeper'], name: string, query: string): Promise<Reader> {
  const { rows } = await keeper.query<{
    id: string
    kind: Me['kind']
    group: string
    post: string
    task: string
    word: string
  }>(query)
  const [row] = rows
  if (!row) throw new Error(`There is no ${name}.`)
  const me: Me = { id: row.id, kind: row.kind, language: 'en', administrator: false, sessionId: null }
  return { name, me, group: row.group, post: row.post, task: row.task, word: row.word }
}
