import { openGround } from './cluster.ts'
import { hotLists } from './lists.ts'
import { measureLive } from './live.ts'
import { measureLists } from './measure.ts'
import { findReaders } from './readers.ts'
import { explain, record } from './record.ts'
import { asMarkdown, asText, tablesOf } from './report.ts'
import { measureRequests } from './requests.ts'
import { seedFirst, seedRest } from './seed.ts'
import { full, small } from './size.ts'

const usage = `bin/bench [--small] [--markdown] [--plans]
  --small     a twentieth of the size, in less than a minute
  --markdown  the tables as docs/speed.md shows them
  --plans     how PostgreSQL runs each list, for an employee and an external of the group of lanes, in place of the tables`

const flags = new Set(process.argv.slice(2))
if (flags.has('--help')) {
  console.log(usage)
  process.exit(0)
}
const size = flags.has('--small') ? small : full
const repetitions = 15

console.error('Starting a PostgreSQL of its own')
const ground = await openGround()
const stop = (): void => void ground.drop().finally(() => process.exit(130))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
try {
  console.error('A portal with a tenth of its externals')
  await seedFirst(ground.admin, size)
  const readers = await findReaders(ground.admin, size)
  const before = flags.has('--plans') ? [] : await measureLists(ground.database, readers, repetitions)
  console.error('The rest of them')
  await seedRest(ground.admin, size)
  if (flags.has('--plans')) {
    for (const list of hotLists)
      for (const reader of readers.filter((_, at) => at >= 2)) {
        if (list.only && list.only !== reader.me.kind) continue
        console.log(`\n## ${list.name}, ${reader.name}\n`)
        const statements = await record(ground.database, list, reader)
        for (const plan of await explain(ground.database[list.byKeeper ? 'keeper' : 'app'], reader.me.id, statements))
          console.log(`${plan}\n`)
      }
  } else {
    const after = await measureLists(ground.database, readers, repetitions)
    const [first] = readers
    const requests = first ? await measureRequests(ground, first, 7) : []
    const live = await measureLive(ground, size, 15)
    for (const table of tablesOf(before, after, requests, live))
      console.log(flags.has('--markdown') ? asMarkdown(table) : asText(table))
  }
} finally {
  await ground.drop()
}
